package org.mangrove.core.audit;

/** Finds one kind of what can be wrong. */
public interface Detector {

    FindingKind kind();

    /** @throws InterruptedException if it was asked to stop before it was done */
    Detection look(Inventory inventory) throws InterruptedException;
}

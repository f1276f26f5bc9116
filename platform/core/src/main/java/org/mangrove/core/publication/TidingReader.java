package org.mangrove.core.publication;

import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Enterprise;

/** Takes in the core what cells tell. A CDI bean; found by its type. Called within a transaction of the core. */
public interface TidingReader {

    /** The type of tidings that it takes; see {@link Tiding#type()}. */
    String type();

    /**
     * @param cell that tells it; it hosts the enterprise
     * @throws Refusal.Invalid if it makes no sense, or is about what is not the cell's
     */
    void read(String cell, Enterprise enterprise, Tiding tiding);
}

package org.mangrove.core.audit;

import java.net.URI;

/** Follows links. */
public interface LinkProbe {

    /** For many threads at once. */
    LinkAnswer ask(URI address) throws InterruptedException;
}

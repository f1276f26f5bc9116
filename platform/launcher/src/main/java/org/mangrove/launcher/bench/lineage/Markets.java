package org.mangrove.launcher.bench.lineage;

import java.net.URI;
import java.util.function.Supplier;
import org.mangrove.launcher.Login;

/**
 * The system that is measured.
 *
 * @param node where its pages are; another one after it was started anew
 * @param publisher hands a course in to the core
 * @param cell the database of the cell in which the markets are
 */
public record Markets(
        Supplier<URI> node, Publisher publisher, Node process, String cell, Login administrator, String password) {

    /** Hands courses in. */
    public interface Publisher {
        void publish(String enterprise, byte[] course);
    }

    /** The node's process. */
    public interface Node {

        /** As {@code kill -9} does. */
        void kill();

        void restart();
    }
}

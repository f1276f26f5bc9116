package org.mangrove.launcher.demo;

import java.net.URI;
import org.mangrove.launcher.Login;

/**
 * The system in which a demonstration takes place.
 *
 * @param core takes what is for the core
 * @param everywhere takes what is for each node
 * @param databases where the core's and the cells' databases are; {@code login} may read all of them
 */
public record Site(URI node, Operator core, Operator everywhere, String databases, Login login, String password) {

    /** The operator's interface. */
    public interface Operator {

        /** @throws org.mangrove.launcher.Trouble with what the system said, if it did not take it */
        void post(String path, String type, byte[] body);
    }
}

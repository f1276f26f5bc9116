package org.mangrove.launcher.bench;

import java.net.URI;
import java.util.function.Consumer;
import org.mangrove.launcher.Login;

/**
 * The system that is measured.
 *
 * @param node where its pages are
 * @param process the node's
 * @param database its server, for JDBC
 * @param administrator may do everything in the database
 * @param accounts makes the people that a file of accounts names
 * @param password what these people sign in with
 */
public record Subject(
        URI node,
        ProcessHandle process,
        String database,
        Login administrator,
        Consumer<String> accounts,
        String password) {}

/**
 * The whole of Mangrove on one machine: the database, Keycloak and a node, started side by side and stopped together.
 *
 * <p>{@code ./mangrove run} is its first user, the tests are the second. What a test needs it takes:
 *
 * <pre>{@code
 * // a database alone: schemas, users and walls as in production
 * try (Database database = Database.start(StateFolder.at(folder), Ports.free(), Cells.of("eu", "sa"), Progress.silent())) {
 *     DriverManager.getConnection(database.url(Schema.core()), database.login(Schema.core()).name(), ...);
 * }
 *
 * // the database and Keycloak for a Payara Micro that somebody else starts (Arquillian):
 * //   --prebootcommandfile PreBoot.of(database, ports).writeTo(file)   the JDBC pools and the listener
 * //   --addlibs Distribution.found().driver()
 * //   --systemproperties NodeProperties.of(...).writeTo(file)
 *
 * // everything
 * try (Stack stack = Stack.at(folder).ports(Ports.free()).start()) {
 *     stack.node().kill();      // SIGKILL, as a power cut would
 *     stack.node().restart();   // and up again, on the same data
 *     URI pages = stack.node().url();
 * }
 *
 * // the core and cells on nodes of their own
 * Stack.at(folder).ports(Ports.free()).nodes(List.of(NodePlan.core(), NodePlan.cells("eu", "sa", "jp"))).start();
 * }</pre>
 *
 * <p>Every process started here is written down in the state folder, so that one that outlived a killed launcher is found
 * and stopped at the next start. What goes wrong is a {@link org.mangrove.launcher.Trouble}: one sentence that says what to
 * do.
 */
@NullMarked
package org.mangrove.launcher;

import org.jspecify.annotations.NullMarked;

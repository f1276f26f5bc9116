package org.mangrove.launcher;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What someone who has started the stack needs next: where to go, and whom to sign in as. */
final class Welcome {

    private final Stack stack;
    private final Path accounts;
    private final TenantCells cells;

    Welcome(Stack stack, Distribution distribution) {
        this.stack = stack;
        this.accounts = distribution.demonstration().resolve("accounts.yaml");
        this.cells = new TenantCells(distribution.tenantsConfig());
    }

    private int port(DemonstrationAccount.Place place) {
        Node node = place.isCore() || stack.nodes().size() == 1
                ? stack.node()
                : cells.find(place.slug()).map(stack::nodeOf).orElseGet(stack::node);
        return node.url().getPort();
    }

    void printTo(PrintStream out, long start) {
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        out.printf(Locale.ROOT, "Mangrove is ready after %.1f s.%n%n", took.toMillis() / 1000.0);
        List<DemonstrationAccount> people = DemonstrationAccount.readFrom(accounts);
        people.stream().map(DemonstrationAccount::place).distinct().forEach(place -> {
            String prefix = place.isCore() ? "e" : "t";
            int port = port(place);
            out.printf(
                    "  http://%s.localhost:%d/  or  http://localhost:%d/%s/%s/%n",
                    place.slug(), port, port, prefix, place.slug());
        });
        if (people.isEmpty()) {
            out.printf("  http://localhost:%d/%n", stack.ports().pages());
        } else {
            out.println();
            DemonstrationAccount.table(people).forEach(line -> out.println("  " + line));
            out.printf("%n  Everyone's password: %s%n", DemonstrationAccount.password());
        }
        out.printf(
                "%nCtrl-C stops everything; the data are kept. Logs: %s%n",
                stack.state().logs());
        out.flush();
    }
}

package org.mangrove.launcher.bench.records;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.launcher.Trouble;

/** Another system that sends statements over one connection, some at a time, to one tenant after the other. */
final class Sender implements Load.Worker {

    private final Connection connection;
    private final Store store;
    private final RandomGenerator random;
    private final int tenants;
    private final int people;
    private final int atOnce;

    /** @param tenants to how many of them it sends */
    Sender(Store store, RandomGenerator random, int tenants, int atOnce) throws IOException {
        this.connection = new Connection(store.node());
        this.store = store;
        this.random = random;
        this.tenants = tenants;
        this.people = tenants == 1 ? SampleStatement.ACTORS : Introduction.PEOPLE;
        this.atOnce = atOnce;
    }

    @Override
    public int once() throws IOException {
        Store.Tenant tenant = store.tenants().get(random.nextInt(tenants));
        send(
                connection,
                store,
                tenant,
                Stream.generate(() -> SampleStatement.next(random, people))
                        .limit(atOnce)
                        .toList());
        return atOnce;
    }

    /** One alone is sent as itself, several as an array. */
    static void send(Connection connection, Store store, Store.Tenant tenant, List<SampleStatement> statements)
            throws IOException {
        String body = statements.size() == 1
                ? statements.getFirst().json()
                : statements.stream().map(SampleStatement::json).collect(Collectors.joining(",", "[", "]"));
        Connection.Answer answer =
                connection.post("/xapi/statements", store.authorization(tenant), body.getBytes(StandardCharsets.UTF_8));
        if (answer.status() != 200) {
            throw new Trouble("A statement was answered with %d: %s".formatted(answer.status(), answer.text()));
        }
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}

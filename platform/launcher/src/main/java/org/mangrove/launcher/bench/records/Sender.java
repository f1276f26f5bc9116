package org.mangrove.launcher.bench.records;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import org.mangrove.launcher.Trouble;

/** Another system that sends statements over one connection, some at a time, to one tenant after the other. */
final class Sender implements Load.Worker {

    private final Connection connection;
    private final Store store;
    private final RandomGenerator random;
    private final int tenants;
    private final int atOnce;

    /** @param tenants to how many of them it sends */
    Sender(Store store, RandomGenerator random, int tenants, int atOnce) throws IOException {
        this.connection = new Connection(store.node());
        this.store = store;
        this.random = random;
        this.tenants = tenants;
        this.atOnce = atOnce;
    }

    @Override
    public int once() throws IOException {
        var body = new StringBuilder(1_100 * atOnce);
        for (int each = 0; each < atOnce; each++) {
            body.append(atOnce == 1 ? "" : each == 0 ? "[" : ",")
                    .append(SampleStatement.next(random).json());
        }
        body.append(atOnce == 1 ? "" : "]");
        Store.Tenant tenant = store.tenants().get(random.nextInt(tenants));
        Connection.Answer answer = connection.post(
                "/xapi/statements", store.authorization(tenant), body.toString().getBytes(StandardCharsets.UTF_8));
        if (answer.status() != 200) {
            throw new Trouble("A statement was answered with %d: %s".formatted(answer.status(), answer.text()));
        }
        return atOnce;
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}

package org.mangrove.launcher.bench.records;

import java.io.IOException;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Tells one tenant after the other of everybody and of every activity that will be spoken of. */
final class Introduction implements Load.Worker {

    /** In each of many tenants: fifty thousand in a thousand of them. */
    static final int PEOPLE = 50;

    private final Connection connection;
    private final Store store;
    private final RandomGenerator random;
    private int next;

    /** @param first the tenant to begin with */
    Introduction(Store store, int first, RandomGenerator random) throws IOException {
        this.connection = new Connection(store.node());
        this.store = store;
        this.random = random;
        this.next = first;
    }

    @Override
    public int once() throws IOException {
        Sender.send(
                connection,
                store,
                store.tenants().get(next++),
                IntStream.range(0, SampleStatement.ACTIVITIES)
                        .mapToObj(number -> SampleStatement.next(random).of(number % PEOPLE, number))
                        .toList());
        return SampleStatement.ACTIVITIES;
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}

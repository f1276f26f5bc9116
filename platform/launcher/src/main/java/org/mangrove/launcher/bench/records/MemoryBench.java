package org.mangrove.launcher.bench.records;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.mangrove.launcher.Trouble;

/**
 * Sends one batch that is as large as a batch may be, and reads everything in a store page by page, on a node with little
 * memory. A node that had to hold either of them would not answer.
 */
final class MemoryBench {

    private static final int LARGE = 50 << 20;

    private final Store store;
    private final Store.Tenant tenant;
    private final int statements;
    private final PrintStream out;

    /** @param statements how many there are at least */
    MemoryBench(Store store, int statements, PrintStream out) {
        this.store = store;
        this.tenant = QueryBench.asked(store);
        this.statements = statements;
        this.out = out;
    }

    List<Figure> measured() throws IOException {
        out.println("With a heap of 512 MB ...");
        try (var connection = new Connection(store.node())) {
            return List.of(largeBatch(connection), everything(connection));
        }
    }

    private Figure largeBatch(Connection connection) throws IOException {
        RandomGenerator random = new SplittableRandom(12);
        var body = new StringBuilder(LARGE).append('[');
        int count = 0;
        while (body.length() < LARGE) {
            body.append(count++ == 0 ? "" : ",")
                    .append(SampleStatement.next(random).json());
        }
        byte[] batch = body.append(']').toString().getBytes(StandardCharsets.UTF_8);
        long begin = System.nanoTime();
        Connection.Answer answer = connection.post("/xapi/statements", store.authorization(tenant), batch);
        double seconds = (System.nanoTime() - begin) / 1e9;
        mustBe(answer, "a batch of %,d statements".formatted(count));
        return Figure.alone("50 MB in one batch, heap of 512 MB", "/s", count / seconds);
    }

    private Figure everything(Connection connection) throws IOException {
        String next = "/xapi/statements?limit=500";
        long begin = System.nanoTime();
        int read = 0;
        while (!next.isEmpty()) {
            Connection.Answer answer = connection.get(next, store.authorization(tenant));
            mustBe(answer, "a page");
            String text = answer.text();
            read += count(text);
            next = text.substring(text.lastIndexOf("\"more\":\"") + 8, text.length() - 2);
        }
        if (read < statements) {
            throw new Trouble("Only %,d of %,d statements were read.".formatted(read, statements));
        }
        return Figure.alone(
                "all of %,d read by more, heap of 512 MB".formatted(statements),
                "/s",
                read / ((System.nanoTime() - begin) / 1e9));
    }

    /** Each statement says once when it was stored. */
    private static int count(String page) {
        int count = 0;
        for (int at = page.indexOf("\"stored\":"); at >= 0; at = page.indexOf("\"stored\":", at + 1)) {
            count++;
        }
        return count;
    }

    private static void mustBe(Connection.Answer answer, String what) {
        if (answer.status() != 200) {
            throw new Trouble("%s was answered with %d: %s"
                    .formatted(
                            what,
                            answer.status(),
                            answer.text()
                                    .substring(0, Math.min(300, answer.text().length()))));
        }
    }
}

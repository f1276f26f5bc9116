package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** People who read pages side by side, each at a steady pace that a small machine keeps up with. */
final class PacedLoad implements AutoCloseable {

    private static final long PACE = TimeUnit.MILLISECONDS.toNanos(30);
    private static final List<String> PAGES = List.of("/catalogue", "/courses/information-security-essentials");

    private final ExecutorService threads;
    private final List<Learner> learners;
    private final List<Visitor> visitors = new ArrayList<>();

    PacedLoad(WholeStack.Site site, List<Learner> learners) {
        this.learners = learners;
        threads = Executors.newFixedThreadPool(learners.size());
        for (Learner learner : learners) {
            var visitor = new Visitor(site, learner.language());
            visitors.add(visitor);
            visitor.signOn(learner);
        }
    }

    /** Each reads so many pages. @return how long the slowest but 5 % of all took */
    long micros95(int pages) throws InterruptedException {
        List<Callable<List<Long>>> readers = new ArrayList<>();
        for (int i = 0; i < learners.size(); i++) {
            Learner learner = learners.get(i);
            Visitor visitor = visitors.get(i);
            readers.add(() -> read(visitor, learner, pages));
        }
        var all = new ArrayList<Long>();
        for (Future<List<Long>> reader : threads.invokeAll(readers)) {
            try {
                all.addAll(reader.get());
            } catch (ExecutionException failed) {
                throw new AssertionError(failed.getCause());
            }
        }
        all.sort(null);
        return TimeUnit.NANOSECONDS.toMicros(all.get(all.size() * 95 / 100));
    }

    private static List<Long> read(Visitor visitor, Learner learner, int pages) {
        var took = new ArrayList<Long>();
        long next = System.nanoTime();
        for (int page = 0; page < pages; page++) {
            while (System.nanoTime() < next) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
            long begun = System.nanoTime();
            Answer answer = visitor.go(learner.at(PAGES.get(page % PAGES.size())));
            took.add(System.nanoTime() - begun);
            assertThat(answer.status()).as("%s", answer.address()).isEqualTo(200);
            next = Math.max(begun + PACE, System.nanoTime());
        }
        return took;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        visitors.forEach(Visitor::close);
    }
}

package org.mangrove.core.threads;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * In which a bean works beside requests, until it is destroyed: each bean has its own. They have names, so that whoever looks at a
 * node sees whose they are, and do not keep it from ending.
 */
@Dependent
public class BackgroundThreads {

    @Resource
    ManagedThreadFactory factory;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<Thread> lasting = new CopyOnWriteArrayList<>();
    private final Set<Thread> passing = ConcurrentHashMap.newKeySet();

    /** Ends when it is interrupted. */
    public interface Work {
        void run() throws InterruptedException;
    }

    /** Begins what is to go on until it is stopped. */
    public void begin(String name, Work work) {
        Thread thread = thread(name, work);
        lasting.add(thread);
        thread.start();
    }

    /** The same step again and again, at once for the first time, with a pause behind each. */
    public void repeat(String name, Duration pause, Work step) {
        begin(name, () -> {
            do {
                step.run();
            } while (!isStoppedWithin(pause));
        });
    }

    /** Begins what will be over some time. */
    public void once(String name, Work work) {
        thread(name, () -> {
                    passing.add(Thread.currentThread());
                    try {
                        work.run();
                    } finally {
                        passing.remove(Thread.currentThread());
                    }
                })
                .start();
    }

    /** Whether none has ended that should go on. */
    public boolean goOn() {
        return lasting.stream().allMatch(Thread::isAlive);
    }

    public boolean areStopped() {
        return stopped.getCount() == 0;
    }

    /** Waits. @return whether they were stopped before that time was over */
    public boolean isStoppedWithin(Duration time) throws InterruptedException {
        return stopped.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Tells all of them to end, and does not wait for it. */
    @PreDestroy
    public void stop() {
        stopped.countDown();
        lasting.forEach(Thread::interrupt);
        passing.forEach(Thread::interrupt);
    }

    private Thread thread(String name, Work work) {
        Thread thread = factory.newThread(() -> {
            try {
                work.run();
            } catch (InterruptedException asked) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setName(name);
        thread.setDaemon(true);
        return thread;
    }
}

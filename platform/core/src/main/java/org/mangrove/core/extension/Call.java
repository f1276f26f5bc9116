package org.mangrove.core.extension;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.extension.PluginFailed.Kind;

/**
 * One question to a plugin: answered on a thread of the plugin while the asking thread keeps watch over time and memory.
 *
 * <p>A call that outruns its budget is interrupted. One that does not heed the interrupt is stuck: nothing in a JVM can
 * end it, so it is counted until it ends by itself, and gets the processor only when nobody else wants it, on machines
 * that let a thread step back.
 */
final class Call<A> implements Runnable {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long WATCH_MILLIS = 10;
    private static final long GRACE_MILLIS = 100;

    private final Callable<A> question;
    private final long allowedBytes;
    private final LoadedPlugin plugin;
    private final int permits;
    private final CountDownLatch ended = new CountDownLatch(1);

    private @Nullable Thread thread;
    private long bytesBefore;
    private boolean stuck;
    private @Nullable A answer;
    private @Nullable PluginFailed failure;

    Call(LoadedPlugin plugin, int permits, long allowedBytes, Callable<A> question) {
        this.plugin = plugin;
        this.permits = permits;
        this.allowedBytes = allowedBytes;
        this.question = question;
    }

    @Override
    public void run() {
        begin();
        A given = null;
        PluginFailed problem = null;
        try {
            given = question.call();
            if (allocated() > allowedBytes) {
                problem = new PluginFailed(Kind.TOO_MUCH_MEMORY);
            }
        } catch (PluginFailed refused) {
            problem = refused;
        } catch (Throwable thrown) {
            problem = new PluginFailed(Kind.THREW, thrown);
        } finally {
            end(given, problem);
        }
    }

    /** Waits for the answer, on the thread that asks. */
    A await(long millis) throws PluginFailed {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        try {
            while (!ended.await(WATCH_MILLIS, TimeUnit.MILLISECONDS)) {
                if (System.nanoTime() - deadline >= 0) {
                    throw giveUp(Kind.TOO_SLOW);
                }
                if (allocated() > allowedBytes) {
                    throw giveUp(Kind.TOO_MUCH_MEMORY);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw giveUp(Kind.TOO_SLOW);
        }
        return answered();
    }

    private synchronized A answered() throws PluginFailed {
        if (failure != null) {
            throw failure;
        }
        if (answer == null) {
            throw new PluginFailed(Kind.THREW, new NullPointerException("The plugin answered null"));
        }
        return answer;
    }

    private PluginFailed giveUp(Kind kind) {
        interrupt();
        boolean heeded = false;
        try {
            heeded = ended.await(GRACE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (!heeded) {
            markStuck();
        }
        return new PluginFailed(kind);
    }

    private synchronized void interrupt() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private synchronized void markStuck() {
        if (ended.getCount() > 0) {
            stuck = true;
            if (thread != null) {
                thread.setPriority(Thread.MIN_PRIORITY);
            }
            plugin.threadIsStuck();
        }
    }

    private synchronized void begin() {
        thread = Thread.currentThread();
        bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
    }

    private synchronized void end(@Nullable A given, @Nullable PluginFailed problem) {
        thread = null;
        answer = given;
        failure = problem;
        if (stuck) {
            plugin.threadCameBack();
        }
        forgetLateInterrupt();
        plugin.release(permits);
        ended.countDown();
    }

    /** An interrupt meant for this call must not hit the next one on the same thread. */
    @SuppressWarnings("ResultOfMethodCallIgnored")
    private static void forgetLateInterrupt() {
        Thread.interrupted();
    }

    private synchronized long allocated() {
        return thread == null ? 0 : THREADS.getThreadAllocatedBytes(thread.threadId()) - bytesBefore;
    }
}

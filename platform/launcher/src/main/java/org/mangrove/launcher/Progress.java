package org.mangrove.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Tells whoever waits what is being done, and how long each step took. Steps may run side by side. */
public interface Progress {

    void began(String step);

    void ended(String step, Duration took);

    /** Does {@code work} and tells of it. What it throws is passed on as it is. */
    default <T> T step(String step, Callable<T> work) {
        began(step);
        long start = System.nanoTime();
        try {
            T result = work.call();
            ended(step, Duration.ofNanos(System.nanoTime() - start));
            return result;
        } catch (RuntimeException known) {
            throw known;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Trouble("Stopped while doing this: " + step + ".", interrupted);
        } catch (Exception unexpected) {
            throw Disk.asTrouble(step, unexpected);
        }
    }

    default void step(String step, Step work) {
        step(step, () -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /** Work without a result. */
    interface Step {
        void run() throws Exception;
    }

    static Progress silent() {
        return new Progress() {
            @Override
            public void began(String step) {}

            @Override
            public void ended(String step, Duration took) {}
        };
    }

    /** One line when a step begins, one when it has ended. */
    static Progress printedTo(PrintStream out) {
        return new Progress() {
            @Override
            public void began(String step) {
                line("  ...    " + step);
            }

            @Override
            public void ended(String step, Duration took) {
                line(String.format(Locale.ROOT, "%6.1f s  %s", took.toMillis() / 1000.0, step));
            }

            private void line(String text) {
                synchronized (out) {
                    out.println(text);
                    out.flush();
                }
            }
        };
    }
}

package org.mangrove.launcher;

import java.io.PrintStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stops the stack when the launcher ends, however that comes about: Ctrl-C, TERM, a closed terminal, an error.
 *
 * <p>A stop that comes in the middle of a start waits until the start notices that its thread is interrupted.
 */
final class OrderlyStop implements Runnable {

    private final PrintStream out;
    private final Thread starter = Thread.currentThread();
    private @Nullable Stack stack;
    private boolean starting;
    private boolean stopping;

    OrderlyStop(PrintStream out) {
        this.out = out;
    }

    Stack owns(Supplier<Stack> start) {
        synchronized (this) {
            starting = true;
        }
        Stack started = null;
        try {
            started = start.get();
            return started;
        } finally {
            synchronized (this) {
                stack = started;
                starting = false;
                notifyAll();
            }
        }
    }

    /** Whether somebody has asked for the end: then nothing that fails is worth a word. */
    synchronized boolean isStopping() {
        return stopping;
    }

    @Override
    public void run() {
        Stack toStop;
        synchronized (this) {
            stopping = true;
            if (starting) {
                starter.interrupt();
                out.println();
                out.println("Stopping in the middle of the start ...");
            }
            while (starting) {
                try {
                    wait();
                } catch (InterruptedException hurried) {
                    return;
                }
            }
            toStop = stack;
        }
        if (toStop != null) {
            out.println();
            out.println("Stopping (the first time takes longer: what makes the next start faster is noted down) ...");
            toStop.close();
            out.println("Stopped. The data are kept in " + toStop.state().path());
        }
    }
}

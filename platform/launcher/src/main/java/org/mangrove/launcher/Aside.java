package org.mangrove.launcher;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work beside the main line of a start. It is stopped, and waited for, when the start is given up. */
final class Aside implements AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        var made = new Thread(work, "mangrove-aside");
        made.setDaemon(true);
        return made;
    });

    <T> Future<T> begin(Callable<T> work) {
        return thread.submit(work);
    }

    static <T> T join(Future<T> work) {
        try {
            return work.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Trouble("Stopped while preparing what is started next.", stopped);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        thread.close();
    }
}

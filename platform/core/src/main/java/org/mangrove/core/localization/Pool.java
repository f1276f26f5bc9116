package org.mangrove.core.localization;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Lends out formatters that only one thread may use at a time. ICU's formatters of messages and dates give wrong texts,
 * without an exception, when they are shared.
 */
final class Pool<T> {

    private final ConcurrentLinkedQueue<T> idle = new ConcurrentLinkedQueue<>();
    private final Supplier<T> maker;

    Pool(Supplier<T> maker) {
        this.maker = maker;
    }

    <R> R use(Function<T, R> work) {
        T idler = idle.poll();
        T tool = idler == null ? maker.get() : idler;
        R result = work.apply(tool);
        idle.add(tool);
        return result;
    }
}

package org.mangrove.core.extension;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.mangrove.core.extension.PluginFailed.Kind;
import org.mangrove.sdk.CallingThread;
import org.mangrove.sdk.ExtensionContract;
import org.mangrove.sdk.MangroveExtension;
import org.mangrove.sdk.Market;
import org.mangrove.sdk.TenantId;

/**
 * One version of a plugin in memory, with its class loader and the threads it is called on.
 *
 * <p>At most {@value #THREADS} calls are inside it at a time, for all tenants together. A permit comes back when the
 * call's thread does, so at most as many threads can ever spin in one plugin, whatever it does.
 */
final class LoadedPlugin {

    static final int THREADS = 2;

    private static final Logger LOG = System.getLogger(LoadedPlugin.class.getName());
    private static final long MEGABYTE = 1024 * 1024;

    private final PluginDescription description;
    private final Path jar;
    private final OnePlugin manager;
    private final ClassLoader loader;
    private final ThreadGroup group;
    private final ThreadPoolExecutor threads;
    private final Set<Thread> ours = ConcurrentHashMap.newKeySet();
    private final Semaphore permits = new Semaphore(THREADS, true);
    private final AtomicInteger stuck = new AtomicInteger();
    private final Map<Class<?>, List<Object>> extensions = new ConcurrentHashMap<>();
    private final Map<TenantId, Guard> guards = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Duration rest;

    /** @param jar a copy that nobody else uses; it is deleted when the plugin is unloaded */
    LoadedPlugin(PluginDescription description, Path jar, Duration rest, Clock clock) {
        this.description = description;
        this.jar = jar;
        this.rest = rest;
        this.clock = clock;
        manager = new OnePlugin(jar);
        String id = manager.loadPlugin(jar.toAbsolutePath());
        manager.startPlugin(id);
        readIndexOnce(id);
        loader = manager.getPluginClassLoader(id);
        group = new ThreadGroup("plugin " + description.name());
        threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), this::thread);
    }

    /** PF4J fills its index at the first question, and not safely for several threads at once. */
    private void readIndexOnce(String id) {
        if (manager.getExtensionClassNames(id).isEmpty()) {
            throw new IllegalStateException("Plugin " + description.name() + " has no extensions");
        }
    }

    private Thread thread(Runnable work) {
        var thread = new Thread(group, work, "plugin " + description.name());
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
        ours.add(thread);
        return thread;
    }

    PluginDescription description() {
        return description;
    }

    ClassLoader loader() {
        return loader;
    }

    boolean serves(Class<? extends MangroveExtension> point) {
        return description.points().contains(point.getSimpleName());
    }

    Guard guard(TenantId tenant) {
        return guards.computeIfAbsent(
                tenant, number -> new Guard(description.name() + " for tenant " + number, rest, clock));
    }

    Map<TenantId, Guard> guards() {
        return Map.copyOf(guards);
    }

    int stuckThreads() {
        return stuck.get();
    }

    /** What each of the plugin's extensions of this point answers. */
    <P extends MangroveExtension, A> List<A> ask(Class<P> point, Market market, BiFunction<P, Market, A> question)
            throws PluginFailed {
        ExtensionContract contract = Objects.requireNonNull(point.getAnnotation(ExtensionContract.class));
        return guard(market.tenant().id()).protect(() -> {
            int needed = contract.thread() == CallingThread.ONE_AT_A_TIME ? THREADS : 1;
            long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(contract.patienceMillis());
            acquire(needed, contract.patienceMillis());
            var call = new Call<List<A>>(this, needed, contract.megabytes() * MEGABYTE, () -> {
                var answers = new ArrayList<A>();
                for (P extension : extensions(point)) {
                    answers.add(Values.copy(question.apply(extension, market), loader));
                }
                return List.copyOf(answers);
            });
            try {
                threads.execute(call);
            } catch (RejectedExecutionException closed) {
                release(needed);
                throw new PluginFailed(Kind.CLOSED);
            }
            return call.await(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
        });
    }

    private void acquire(int needed, long millis) throws PluginFailed {
        if (stuck.get() + needed > THREADS) {
            throw new PluginFailed(Kind.STUCK);
        }
        try {
            if (!permits.tryAcquire(needed, millis, TimeUnit.MILLISECONDS)) {
                throw new PluginFailed(stuck.get() + needed > THREADS ? Kind.STUCK : Kind.BUSY);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PluginFailed(Kind.BUSY);
        }
    }

    void release(int count) {
        permits.release(count);
    }

    void threadIsStuck() {
        LOG.log(
                Level.ERROR,
                "Plugin {0}: a call does not heed its interrupt, {1} of {2} threads are lost to it until they end or "
                        + "the node restarts. Take the plugin out of use.",
                description.name(),
                stuck.incrementAndGet(),
                THREADS);
    }

    void threadCameBack() {
        LOG.log(
                Level.WARNING,
                "Plugin {0}: a call that was given up has ended, {1} threads are still lost.",
                description.name(),
                stuck.decrementAndGet());
    }

    /** Made on the plugin's own thread, since a constructor can misbehave as any other code. */
    private <P extends MangroveExtension> List<P> extensions(Class<P> point) throws PluginFailed {
        List<Object> known = extensions.get(point);
        if (known == null) {
            var made = new ArrayList<Object>();
            for (Class<?> type :
                    manager.getExtensionClasses(point, description.name().id())) {
                made.add(make(type));
            }
            known = List.copyOf(made);
            extensions.put(point, known);
        }
        return known.stream().map(point::cast).toList();
    }

    private static Object make(Class<?> type) throws PluginFailed {
        try {
            return type.getConstructor().newInstance();
        } catch (InvocationTargetException thrown) {
            throw new PluginFailed(Kind.THREW, thrown.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new PluginFailed(Kind.THREW, impossible);
        }
    }

    /**
     * Takes the plugin out of memory.
     *
     * @return names of threads that it has started and that go on, holding its classes
     */
    List<String> unload() {
        threads.shutdownNow();
        List<String> left = List.of();
        try {
            left = endThreads();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        ours.clear();
        extensions.clear();
        guards.clear();
        manager.unloadPlugin(description.name().id());
        delete();
        return left;
    }

    private List<String> endThreads() throws InterruptedException {
        List<Thread> started =
                running().stream().filter(thread -> !ours.contains(thread)).toList();
        started.forEach(Thread::interrupt);
        for (Thread thread : running()) {
            thread.join(500);
        }
        List<String> left = running().stream().map(Thread::getName).toList();
        if (!started.isEmpty() || !left.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "Plugin {0} started {1} threads of its own, against its contract; {2} go on and hold its classes.",
                    description.name(),
                    started.size(),
                    left.size());
        }
        return left;
    }

    private List<Thread> running() {
        var found = new Thread[group.activeCount() + 10];
        int count = group.enumerate(found);
        return Arrays.stream(found, 0, count).filter(Thread::isAlive).toList();
    }

    private void delete() {
        try {
            Files.deleteIfExists(jar);
        } catch (IOException held) {
            LOG.log(Level.INFO, "The copy {0} is still in use and is deleted at the next start", jar.getFileName());
        }
    }
}

package org.mangrove.core.database;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Which of a node's databases answer.
 *
 * <p>All are asked at once and nobody waits longer than {@value #PATIENCE_SECONDS} seconds, also for one that takes
 * connections and then says nothing; such a one is not asked again before the last question to it has ended.
 */
@ApplicationScoped
public class DatabaseAnswers {

    private static final int PATIENCE_SECONDS = 3;

    @Inject
    DataSources dataSources;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<DatabaseName, CompletableFuture<Boolean>> asked = new ConcurrentHashMap<>();

    /** Every database that this node serves, and whether it answers. */
    public Map<DatabaseName, Boolean> ask() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        var questions = new LinkedHashMap<DatabaseName, CompletableFuture<Boolean>>();
        dataSources.all().forEach(database -> questions.put(database, question(database)));
        var answers = new LinkedHashMap<DatabaseName, Boolean>();
        questions.forEach((database, question) -> answers.put(
                database,
                question.copy()
                        .completeOnTimeout(false, Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS)
                        .join()));
        return answers;
    }

    private CompletableFuture<Boolean> question(DatabaseName database) {
        return asked.compute(
                database,
                (name, last) -> last != null && !last.isDone()
                        ? last
                        : CompletableFuture.supplyAsync(() -> dataSources.answers(name), threads));
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}

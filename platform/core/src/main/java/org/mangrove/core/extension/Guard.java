package org.mangrove.core.extension;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.extension.PluginFailed.Kind;

/** Keeps one plugin from harming one tenant, and counts what it does there. */
final class Guard {

    private static final int CALLERS = 32;
    private static final BulkheadConfig BULKHEAD = BulkheadConfig.custom()
            .maxConcurrentCalls(CALLERS)
            .maxWaitDuration(Duration.ZERO)
            .build();

    private final Bulkhead bulkhead;
    private final CircuitBreaker breaker;
    private final Clock clock;
    private final LongAdder calls = new LongAdder();
    private final Map<Kind, LongAdder> failures = new ConcurrentHashMap<>();
    private volatile @Nullable Failure last;

    private record Failure(Kind kind, Instant at) {}

    Guard(String name, Duration rest, Clock clock) {
        this.clock = clock;
        bulkhead = Bulkhead.of(name, BULKHEAD);
        breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(10)
                        .minimumNumberOfCalls(3)
                        .failureRateThreshold(50)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .waitDurationInOpenState(rest)
                        .build());
    }

    interface Question<A> {
        A ask() throws PluginFailed;
    }

    <A> A protect(Question<A> question) throws PluginFailed {
        calls.increment();
        if (!bulkhead.tryAcquirePermission()) {
            throw failed(new PluginFailed(Kind.BUSY));
        }
        try {
            if (!breaker.tryAcquirePermission()) {
                throw failed(new PluginFailed(Kind.RESTING));
            }
            return askAndCount(question);
        } finally {
            bulkhead.onComplete();
        }
    }

    private <A> A askAndCount(Question<A> question) throws PluginFailed {
        long start = System.nanoTime();
        try {
            A answer = question.ask();
            breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            return answer;
        } catch (PluginFailed failure) {
            breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, failure);
            throw failed(failure);
        }
    }

    private PluginFailed failed(PluginFailed failure) {
        failures.computeIfAbsent(failure.kind(), first -> new LongAdder()).increment();
        if (failure.kind() != Kind.RESTING) {
            last = new Failure(failure.kind(), clock.instant());
        }
        return failure;
    }

    boolean rests() {
        return breaker.getState() == CircuitBreaker.State.OPEN;
    }

    long calls() {
        return calls.sum();
    }

    long failures() {
        return failures.values().stream().mapToLong(LongAdder::sum).sum();
    }

    Map<Kind, Long> failuresByKind() {
        return failures.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, failure -> failure.getValue().sum()));
    }

    Optional<String> lastFailure() {
        return Optional.ofNullable(last).map(failure -> failure.kind().toString());
    }

    Optional<Instant> lastFailureAt() {
        return Optional.ofNullable(last).map(Failure::at);
    }
}

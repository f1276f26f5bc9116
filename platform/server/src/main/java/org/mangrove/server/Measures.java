package org.mangrove.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;
import org.mangrove.core.database.DataSources;
import org.mangrove.core.events.Backlogs;
import org.mangrove.core.extension.PluginHealth;
import org.mangrove.core.identity.SignOnCounts;
import org.mangrove.core.publication.FeedLags;

/**
 * What a node measures about itself, for {@code /metrics}.
 *
 * <p>Labels name parts of the platform: routes as they are written, cells, numbers of enterprises, plugins. Nothing here is
 * about a person or says what a tenant's people do.
 *
 * <p>Requests are counted as they are answered. What the slices count themselves is taken over when somebody asks
 * ({@link #takeOver()}).
 */
@ApplicationScoped
public class Measures {

    @Inject
    MetricRegistry registry;

    @Inject
    DataSources dataSources;

    @Inject
    FeedLags feed;

    @Inject
    Backlogs backlogs;

    @Inject
    PluginHealth plugins;

    @Inject
    SignOnCounts signOns;

    @Inject
    Clock clock;

    private final Map<Route, Timer> durations = new ConcurrentHashMap<>();
    private final Map<Answered, Counter> requests = new ConcurrentHashMap<>();
    private final Map<MetricID, AtomicReference<Double>> levels = new ConcurrentHashMap<>();

    private record Route(String route, String method) {}

    private record Answered(Route route, String status) {}

    void answered(String route, String method, int status, Duration duration) {
        var asked = new Route(route, method);
        durations
                .computeIfAbsent(
                        asked,
                        first -> registry.timer(
                                described(
                                        "mangrove.request.duration",
                                        "How long requests took, from the first filter to the last"),
                                new Tag("route", route),
                                new Tag("method", method)))
                .update(duration);
        requests.computeIfAbsent(
                        new Answered(asked, status / 100 + "xx"),
                        first -> registry.counter(
                                described("mangrove.requests", "Requests that were answered"),
                                new Tag("route", route),
                                new Tag("method", method),
                                new Tag("status", first.status())))
                .inc();
    }

    /** Brings everything that is counted elsewhere up to date. */
    synchronized void takeOver() {
        dataSources
                .statements()
                .forEach((database, statements) -> count(
                        "mangrove.sql.statements",
                        "SQL statements that were put to a database",
                        statements,
                        new Tag("database", database.name())));
        signOns.all()
                .forEach((outcome, times) ->
                        count("mangrove.sign.ons", "How sign-ons ended", times, new Tag("outcome", label(outcome))));
        takeOverFeed();
        takeOverRelay();
        takeOverPlugins();
    }

    private void takeOverFeed() {
        for (FeedLags.Lag lag : feed.all()) {
            var cell = new Tag("cell", lag.cell());
            var enterprise = new Tag("enterprise", lag.enterprise().toString());
            level(
                    "mangrove.feed.lag.seconds",
                    "How long ago the cell had everything that the core has published; NaN if never",
                    lag.age(clock.instant()).map(Measures::seconds).orElse(Double.NaN),
                    cell,
                    enterprise);
            level(
                    "mangrove.feed.stopped",
                    "1 where something stops the feed",
                    lag.problem().isPresent() ? 1 : 0,
                    cell,
                    enterprise);
        }
    }

    private void takeOverRelay() {
        backlogs.all().forEach((name, found) -> {
            var cell = new Tag("cell", name);
            level(
                    "mangrove.outbox.waiting",
                    "Events that some reader has not read yet; NaN if the database does not answer",
                    found.map(backlog -> (double) backlog.waiting()).orElse(Double.NaN),
                    cell);
            level(
                    "mangrove.outbox.lag.seconds",
                    "How long the oldest of them has waited",
                    found.map(backlog -> seconds(backlog.oldest())).orElse(Double.NaN),
                    cell);
            level(
                    "mangrove.dead.letters",
                    "Events that were set aside since a reader could not take them",
                    found.map(backlog -> (double) backlog.setAside()).orElse(Double.NaN),
                    cell);
        });
    }

    private void takeOverPlugins() {
        for (PluginHealth.Calls calls : plugins.calls()) {
            var plugin = new Tag("plugin", calls.plugin().id());
            var version = new Tag("version", calls.plugin().version());
            calls.outcomes()
                    .forEach((outcome, times) -> count(
                            "mangrove.extension.calls",
                            "How calls to plugins ended",
                            times,
                            plugin,
                            version,
                            new Tag("outcome", outcome)));
            level(
                    "mangrove.extension.stuck.threads",
                    "Threads that a plugin does not give back",
                    calls.stuckThreads(),
                    plugin,
                    version);
        }
        var now = plugins.tenantsByState();
        now.keySet().stream().map(PluginHealth.Use::plugin).distinct().forEach(plugin -> {
            for (PluginHealth.State state : PluginHealth.State.values()) {
                level(
                        "mangrove.extension.tenants",
                        "For how many tenants a plugin is ready, left alone by its breaker, stuck or missing",
                        Optional.ofNullable(now.get(new PluginHealth.Use(plugin, state)))
                                .orElse(0L),
                        new Tag("plugin", plugin.id()),
                        new Tag("version", plugin.version()),
                        new Tag("state", label(state)));
            }
        });
    }

    /** What is counted elsewhere only grows, until the part that counts it starts anew. */
    private void count(String name, String description, long total, Tag... tags) {
        Counter counter = registry.counter(described(name, description), tags);
        counter.inc(Math.max(0, total - counter.getCount()));
    }

    private void level(String name, String description, double value, Tag... tags) {
        levels.computeIfAbsent(new MetricID(name, tags), first -> {
                    var held = new AtomicReference<>(value);
                    registry.gauge(described(name, description), held, AtomicReference::get, tags);
                    return held;
                })
                .set(value);
    }

    private static Metadata described(String name, String description) {
        return Metadata.builder()
                .withName(name)
                .withDescription(description)
                .withUnit(MetricUnits.NONE)
                .build();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

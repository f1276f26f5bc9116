package org.mangrove.core.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mangrove.core.publication.store.CellRows;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/**
 * What cells have said of themselves when they pulled: which entries they understand. A cell is upgraded before the core
 * writes what only the newer one understands.
 */
@ApplicationScoped
public class CellReports {

    /** A cell that was silent for longer is taken for gone. */
    static final Duration ALIVE = Duration.ofDays(30);

    private static final Duration WRITTEN_AT_MOST_EVERY = Duration.ofMinutes(1);

    @Inject
    CellRows rows;

    @Inject
    Clock clock;

    private final Map<String, Report> written = new ConcurrentHashMap<>();

    /** @param schemas the newest schema version that the cell understands, by type of entry */
    public record Report(String cell, Map<String, Integer> schemas, Instant heardAt) {

        public Report {
            schemas = Map.copyOf(schemas);
        }

        private boolean understands(FeedItem item) {
            return Optional.ofNullable(schemas.get(item.type())).orElse(0) >= item.schemaVersion();
        }
    }

    @Transactional
    public void report(String cell, Map<String, Integer> schemas) {
        var report = new Report(cell, schemas, clock.instant());
        Report last = written.get(cell);
        boolean isNews = last == null
                || !last.schemas().equals(report.schemas())
                || last.heardAt().plus(WRITTEN_AT_MOST_EVERY).isBefore(report.heardAt());
        if (isNews) {
            rows.put(report);
            written.put(cell, report);
        }
    }

    @Transactional
    public List<Report> all() {
        return rows.all();
    }

    /** @throws Refusal.Conflict if a live cell would have to stop at this entry */
    @Transactional
    public void mustUnderstand(FeedItem item) {
        if (!item.mustUnderstand()) {
            return;
        }
        Instant alive = clock.instant().minus(ALIVE);
        rows.all().stream()
                .filter(report -> report.heardAt().isAfter(alive))
                .filter(report -> !report.understands(item))
                .findFirst()
                .ifPresent(report -> {
                    throw new Refusal.Conflict(Message.of("publication.feed.cell-is-older")
                            .with("cell", report.cell())
                            .with("type", item.type())
                            .with("version", item.schemaVersion()));
                });
    }
}

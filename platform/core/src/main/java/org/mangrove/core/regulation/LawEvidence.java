package org.mangrove.core.regulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mangrove.core.governance.Decisions;
import org.mangrove.core.governance.Entry;
import org.mangrove.core.governance.LogLine;
import org.mangrove.core.governance.TakenLine;
import org.mangrove.core.regulation.store.LawChangeRow;
import org.mangrove.core.regulation.store.LawChangeStore;
import org.mangrove.core.regulation.store.LawEvidenceRow;
import org.mangrove.core.regulation.store.LawEvidenceStore;
import org.mangrove.core.regulation.store.LawTaskRow;
import org.mangrove.core.regulation.store.LawTaskStore;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.EnterpriseId;

/**
 * Gathers what was decided in the core about each change of a law, for the files that prove it in the markets: what was decided, and
 * not who has decided it, since a cell has no business with that.
 */
@ApplicationScoped
public class LawEvidence {

    private static final Duration FOLLOWED = Duration.ofDays(3 * 366L);
    private static final int MOST = 500;

    @Inject
    LawChangeStore changes;

    @Inject
    LawTaskStore tasks;

    @Inject
    LawEvidenceStore evidence;

    @Inject
    LawChanges published;

    @Inject
    Decisions decisions;

    @Inject
    Clock clock;

    @Transactional
    public List<UUID> standing(EnterpriseId enterprise) {
        Instant since = clock.instant().minus(FOLLOWED);
        return changes.standing(enterprise, since, MOST).stream()
                .map(LawChangeRow::id)
                .toList();
    }

    /**
     * Reads on in the log, and tells the cells if there was anything.
     *
     * @return whether there may be more to read
     */
    @Transactional
    public boolean gather(Enterprise enterprise, UUID id) {
        EnterpriseId owner = enterprise.id();
        LawChangeRow seen = changes.find(owner, id).orElseThrow();
        List<LogLine> lines = decisions.lines(enterprise, seen.readThrough());
        if (lines.isEmpty()) {
            return false;
        }
        LawChangeRow row = changes.hold(owner, id).orElseThrow();
        if (row.readThrough() >= lines.getLast().number()) {
            return true;
        }
        List<LawTaskRow> work = tasks.of(owner, id);
        Set<String> courses = work.stream().map(each -> each.task().course()).collect(Collectors.toSet());
        boolean isNews = false;
        for (LogLine line : lines) {
            Optional<TakenLine> taken = TakenLine.read(line.text())
                    .filter(each -> line.number() > row.readThrough() && isAbout(each.entry(), row, courses));
            if (taken.isPresent()) {
                evidence.add(
                        new LawEvidenceRow(owner, id, line.number(), taken.get().text()));
                isNews = true;
            }
        }
        row.readThrough(lines.getLast().number());
        if (isNews) {
            published.publish(owner, row, work);
        }
        return true;
    }

    private static boolean isAbout(Entry entry, LawChangeRow row, Set<String> courses) {
        return entry.asset().equals(row.id().toString())
                || (courses.contains(entry.asset())
                        && !entry.at().isBefore(row.change().announcedAt()));
    }
}

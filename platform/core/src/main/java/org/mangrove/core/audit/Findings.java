package org.mangrove.core.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.audit.store.ActRow;
import org.mangrove.core.audit.store.ActStore;
import org.mangrove.core.audit.store.FindingMark;
import org.mangrove.core.audit.store.FindingRow;
import org.mangrove.core.audit.store.FindingStore;
import org.mangrove.core.audit.store.RunRow;
import org.mangrove.core.audit.store.RunStore;
import org.mangrove.core.lineage.Text;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.sdk.Message;

/** What was found, and how it stands today. */
@ApplicationScoped
public class Findings {

    private static final int MOST_GONE = 2_000;
    private static final int MOST_ACTS = 40_000;

    @Inject
    FindingStore store;

    @Inject
    ActStore acts;

    @Inject
    RunStore runs;

    @Inject
    Clock clock;

    /**
     * A finding among others.
     *
     * @param task what somebody is asked to do about it, if anybody is
     * @param isFresh whether the last run found it, and the one before did not
     */
    public record Listed(KeptFinding finding, FindingState state, Optional<Act> task, boolean isFresh) {

        /** Who has to do something: whom a task is for, else who owns it. */
        public String responsible() {
            return task.map(Act::assignee).orElse(finding.owner());
        }
    }

    /**
     * A finding in full.
     *
     * @param acts in the order in which they were done
     */
    public record Found(KeptFinding finding, Evidences evidences, FindingState state, List<Act> acts, boolean isFresh) {

        public Found {
            acts = List.copyOf(acts);
        }
    }

    /** What is there, and what is gone. */
    @Transactional
    public List<Listed> all(EnterpriseId enterprise) {
        LocalDate today = today();
        Optional<UUID> last = runs.findDone(enterprise).map(RunRow::id);
        Map<UUID, List<Act>> byFinding = acts.ofWhatIsThere(enterprise, MOST_ACTS).stream()
                .map(Findings::act)
                .collect(Collectors.groupingBy(Act::finding));
        return Stream.concat(
                        store.there(enterprise, FoundAnew.MOST * 2).stream(),
                        store.gone(enterprise, MOST_GONE).stream())
                .map(Findings::kept)
                .map(finding -> listed(finding, byFinding.getOrDefault(finding.id(), List.of()), last, today))
                .toList();
    }

    private static Listed listed(KeptFinding finding, List<Act> acts, Optional<UUID> last, LocalDate today) {
        return new Listed(
                finding,
                FindingState.of(finding, acts, today),
                acts.stream()
                        .filter(act -> act.kind() == ActKind.TASK && act.canBeUndone(acts))
                        .reduce((one, later) -> later),
                last.filter(finding.cameRun()::equals).isPresent());
    }

    /** @throws Refusal.NotFound if the enterprise has no such finding */
    @Transactional
    public Found must(EnterpriseId enterprise, UUID finding) {
        return found(enterprise, store.find(enterprise, finding).orElseThrow(Findings::unknown));
    }

    /** As {@link #must}, and nobody else decides about it before this transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    Found hold(EnterpriseId enterprise, UUID finding) {
        return found(enterprise, store.hold(enterprise, finding).orElseThrow(Findings::unknown));
    }

    private Found found(EnterpriseId enterprise, FindingRow row) {
        KeptFinding finding = kept(row.mark());
        List<Act> all =
                acts.of(enterprise, finding.id()).stream().map(Findings::act).toList();
        Optional<UUID> last = runs.findDone(enterprise).map(RunRow::id);
        return new Found(
                finding,
                Definitions.read(row.document(), Evidences.class),
                FindingState.of(finding, all, today()),
                all,
                last.filter(finding.cameRun()::equals).isPresent());
    }

    static Refusal.NotFound unknown() {
        return new Refusal.NotFound(Message.of("audit.finding.not-found"));
    }

    Optional<UUID> lastRun(EnterpriseId enterprise) {
        return runs.findDone(enterprise).map(RunRow::id);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static KeptFinding kept(FindingMark mark) {
        return new KeptFinding(
                mark.id(),
                FindingKind.valueOf(mark.kind()),
                List.of(Definitions.read(mark.subjects(), String[].class)),
                Set.of(Definitions.read(mark.marks(), String[].class)),
                new Text(mark.title(), Locale.forLanguageTag(mark.titleLanguage())),
                mark.owner(),
                mark.cameRun(),
                mark.seenRun(),
                Optional.ofNullable(mark.goneRun()),
                mark.firstSeenAt(),
                mark.seenAt(),
                Optional.ofNullable(mark.goneAt()));
    }

    private static Act act(ActRow row) {
        return new Act(
                row.id(),
                row.finding(),
                ActKind.valueOf(row.kind()),
                row.actor(),
                row.actedAt(),
                row.reason(),
                row.assignee(),
                row.lastDay(),
                row.about(),
                Definitions.read(row.document(), Act.Details.class));
    }
}

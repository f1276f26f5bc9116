package org.mangrove.core.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.mangrove.core.audit.Act.Details;
import org.mangrove.core.audit.Findings.Found;
import org.mangrove.core.audit.store.ActRow;
import org.mangrove.core.audit.store.ActStore;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.Masters;
import org.mangrove.core.content.Publishing;
import org.mangrove.core.database.AgainIfOvertaken;
import org.mangrove.core.governance.Decided;
import org.mangrove.core.governance.DecisionKind;
import org.mangrove.core.governance.DecisionLog;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.sdk.Message;

/**
 * What is done about findings. Nothing is done without somebody who decides it; each act is one row that stays, and to take it back
 * is one more. What the platform can mend itself it mends by publishing the course once more, through the gates that everything
 * passes that is published.
 */
@ApplicationScoped
public class Acts {

    /** Whoever needs longer says once a year why. */
    public static final int LONGEST_IN_DAYS = 366;

    public static final int LONGEST_REASON = 1_000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 2_000;
    private static final int MOST = 200;

    /** What the log calls tools, which are no assets with versions. */
    private static final String TOOL = "tool";

    @Inject
    Findings findings;

    @Inject
    ActStore store;

    @Inject
    Masters masters;

    @Inject
    Publishing publishing;

    @Inject
    DecisionLog decisions;

    @Inject
    Clock clock;

    /**
     * @param seen the run whose findings the actor has looked at
     * @throws Refusal.Invalid if something is not said, or makes no sense
     * @throws Refusal.Conflict if another run has changed the finding meanwhile, or the course
     */
    @Transactional
    public UUID decide(EnterpriseId enterprise, UUID actor, UUID finding, UUID seen, Choice choice, String reason) {
        Found found = findings.hold(enterprise, finding);
        if (found.finding().goneAt().isPresent()) {
            throw new Refusal.Conflict(Message.of("audit.act.gone"));
        }
        if (!found.finding().seenRun().equals(seen)) {
            throw new Refusal.Conflict(Message.of("audit.act.looked-again"));
        }
        if (found.acts().size() >= MOST) {
            throw new Refusal.Conflict(Message.of("audit.act.too-many").with("most", MOST));
        }
        mustSay("reason", reason, LONGEST_REASON);
        String subject = found.finding().subjects().getFirst();
        Details details = switch (choice) {
            case Choice.Accept(LocalDate lastDay) -> {
                mustBeWithin("lastDay", lastDay);
                yield new Details(found.finding().marks(), List.of(), 0, "");
            }
            case Choice.Task(String who, LocalDate by, String keep) -> {
                mustSay("who", who, LONGEST_NAME);
                mustBeWithin("by", by);
                if (!keep.isEmpty() && !found.finding().subjects().contains(keep)) {
                    throw new Refusal.Invalid("keep", Message.of("audit.act.keep-unknown"));
                }
                yield new Details(found.finding().marks(), List.of(), 0, keep);
            }
            case Choice.RenewReview _,
                    Choice.NameSomebody _,
                    Choice.SayObjective _,
                    Choice.ReplaceLinks _,
                    Choice.RenewLicence _,
                    Choice.DropFiles _ -> mend(enterprise, actor, found, subject, choice);
        };
        var row = new ActRow(
                enterprise,
                finding,
                choice.kind().name(),
                actor,
                reason,
                choice instanceof Choice.Task task ? task.who() : "",
                lastDay(choice),
                Optional.empty(),
                Definitions.write(details),
                now());
        store.add(row);
        record(
                enterprise,
                choice instanceof Choice.Accept ? DecisionKind.FINDING_ACCEPTED : DecisionKind.AUDIT_ACTION_TAKEN,
                found.finding(),
                new What(row.id(), choice.kind(), lastDay(choice), details.version()),
                actor,
                reason);
        return row.id();
    }

    /**
     * The same for several at once; all of it, or nothing. A task goes to whoever owns what it is about.
     *
     * @param seen the last run when the actor looked
     * @param who a task is for where there is no owner; empty if nobody
     * @throws Refusal.Invalid if nothing is chosen, or a task would be nobody's
     */
    @Transactional
    public int plan(EnterpriseId enterprise, UUID actor, List<UUID> some, UUID seen, Plan plan, String reason) {
        if (some.isEmpty() || some.size() > MOST) {
            throw new Refusal.Invalid("finding", Message.of("audit.plan.choose").with("most", MOST));
        }
        if (!findings.lastRun(enterprise).equals(Optional.of(seen))) {
            throw new Refusal.Conflict(Message.of("audit.act.looked-again"));
        }
        List<UUID> inOrder = some.stream().distinct().sorted().toList();
        for (UUID id : inOrder) {
            KeptFinding finding = findings.must(enterprise, id).finding();
            Choice choice = plan.isAccepting()
                    ? new Choice.Accept(plan.day())
                    : new Choice.Task(responsible(finding, plan.who()), plan.day(), "");
            decide(enterprise, actor, id, finding.seenRun(), choice, reason);
        }
        return inOrder.size();
    }

    /** @param isAccepting else tasks are given */
    public record Plan(boolean isAccepting, String who, LocalDate day) {}

    private static String responsible(KeptFinding finding, String otherwise) {
        String who = Placeholders.saysNothing(finding.owner()) ? otherwise : finding.owner();
        if (who.isBlank()) {
            throw new Refusal.Invalid(
                    "who",
                    Message.of("audit.plan.nobody")
                            .with("subject", finding.subjects().getFirst()));
        }
        return who;
    }

    private static Optional<LocalDate> lastDay(Choice choice) {
        return switch (choice) {
            case Choice.Accept(LocalDate day) -> Optional.of(day);
            case Choice.Task task -> Optional.of(task.by());
            case Choice.RenewReview _,
                    Choice.NameSomebody _,
                    Choice.SayObjective _,
                    Choice.ReplaceLinks _,
                    Choice.RenewLicence _,
                    Choice.DropFiles _ -> Optional.empty();
        };
    }

    /** Says that what a task asked for has been done. @throws Refusal.Conflict if that was said, or the task taken back */
    @AgainIfOvertaken
    @Transactional
    public void done(EnterpriseId enterprise, UUID actor, UUID finding, UUID task) {
        Found found = findings.hold(enterprise, finding);
        Act act = mustStand(found, task);
        if (act.kind() != ActKind.TASK) {
            throw unknown();
        }
        store.add(about(enterprise, act, ActKind.DONE, actor, "", Details.NONE));
    }

    /**
     * Takes an act back: what was accepted is open again, and what was mended is as it was.
     *
     * @throws Refusal.Conflict if that was done already, or the course was changed there since
     */
    @AgainIfOvertaken
    @Transactional
    public void undo(EnterpriseId enterprise, UUID actor, UUID finding, UUID what) {
        Found found = findings.hold(enterprise, finding);
        Act act = mustStand(found, what);
        Details details = Details.NONE;
        if (act.kind().mends()) {
            List<Edit> edits = Mending.reversed(act.details().edits());
            details = new Details(
                    act.details().marks(),
                    edits,
                    publish(enterprise, actor, found.finding().subjects().getFirst(), edits),
                    "");
        }
        store.add(about(enterprise, act, ActKind.UNDO, actor, "", details));
        record(
                enterprise,
                DecisionKind.AUDIT_ACTION_UNDONE,
                found.finding(),
                new What(act.id(), act.kind(), Optional.empty(), details.version()),
                actor,
                "");
    }

    private ActRow about(EnterpriseId enterprise, Act act, ActKind kind, UUID actor, String reason, Details details) {
        return new ActRow(
                enterprise,
                act.finding(),
                kind.name(),
                actor,
                reason,
                "",
                Optional.empty(),
                Optional.of(act.id()),
                Definitions.write(details),
                now());
    }

    private static Act mustStand(Found found, UUID id) {
        Act act = found.acts().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(Acts::unknown);
        if (!act.canBeUndone(found.acts())) {
            throw new Refusal.Conflict(Message.of("audit.act.no-more"));
        }
        return act;
    }

    private Details mend(EnterpriseId enterprise, UUID actor, Found found, String course, Choice choice) {
        AssetVersion version = masters.findCurrent(enterprise, course)
                .orElseThrow(() -> new Refusal.NotFound(Message.of("content.course.not-found")));
        List<Edit> edits = edits(found, version, choice);
        if (edits.isEmpty()) {
            throw new Refusal.Conflict(Message.of("audit.act.nothing-to-mend"));
        }
        return new Details(found.finding().marks(), edits, publish(enterprise, actor, course, edits), "");
    }

    private int publish(EnterpriseId enterprise, UUID actor, String course, List<Edit> edits) {
        return publishing
                .amend(enterprise, actor, course, newest -> Mending.apply(newest, edits))
                .no();
    }

    /** Only what mends this kind of finding. */
    private List<Edit> edits(Found found, AssetVersion version, Choice choice) {
        List<Evidence> evidence = found.evidences().evidence();
        if (!ways(found).contains(choice.kind())) {
            throw new Refusal.Invalid("kind", Message.of("audit.act.no-such"));
        }
        return switch (choice) {
            case Choice.RenewReview(LocalDate day) -> {
                mustBeAhead("day", day);
                yield List.of(Mending.review(version, day));
            }
            case Choice.NameSomebody(Optional<String> owner, Optional<String> steward) -> {
                var edits = new ArrayList<Edit>();
                owner.ifPresent(who -> edits.add(Mending.owner(version, mustName("owner", who))));
                steward.ifPresent(who -> edits.add(Mending.steward(version, mustName("steward", who))));
                yield edits;
            }
            case Choice.SayObjective(String objective) -> {
                mustSay("objective", objective, LONGEST_REASON);
                if (Placeholders.saysNothing(objective)) {
                    throw new Refusal.Invalid("objective", Message.of("audit.act.says-nothing"));
                }
                yield List.of(Mending.objective(version, objective));
            }
            case Choice.ReplaceLinks(Map<String, String> elsewhere) -> links(evidence, version, elsewhere);
            case Choice.RenewLicence(LocalDate until) -> {
                mustBeAhead("until", until);
                yield evidence.stream()
                        .flatMap(each ->
                                each instanceof Evidence.DayPassed ended && ended.term() == Evidence.Term.LICENCE
                                        ? Mending.licence(version, ended, until).stream()
                                        : Stream.of())
                        .distinct()
                        .toList();
            }
            case Choice.DropFiles _ ->
                Mending.withoutBlocks(
                        version,
                        evidence.stream()
                                .flatMap(each ->
                                        each instanceof Evidence.FileFails file ? file.blocks().stream() : Stream.of())
                                .toList());
            case Choice.Accept _, Choice.Task _ -> List.of();
        };
    }

    private static List<Edit> links(List<Evidence> evidence, AssetVersion version, Map<String, String> elsewhere) {
        var edits = new TreeMap<String, Edit>();
        for (Evidence each : evidence) {
            if (each instanceof Evidence.LinkFails link && elsewhere.containsKey(link.address())) {
                String to = Optional.ofNullable(elsewhere.get(link.address())).orElseThrow();
                if (!Mending.isAddress(to) || to.length() > LONGEST_ADDRESS || to.equals(link.address())) {
                    throw new Refusal.Invalid("links", Message.of("audit.act.no-address"));
                }
                Mending.link(version, link.address(), to)
                        .forEach(edit -> edits.merge(
                                edit.block() + " " + edit.field() + " " + edit.language(),
                                edit,
                                (one, other) -> new Edit(
                                        one.block(),
                                        one.field(),
                                        one.language(),
                                        one.before(),
                                        Citations.withLink(one.after(), link.address(), to))));
            }
        }
        return List.copyOf(edits.values());
    }

    /** How the platform itself can mend a finding, if it can. */
    public static List<ActKind> ways(Found found) {
        List<Evidence> evidence = found.evidences().evidence();
        return switch (found.finding().kind()) {
            case STALE ->
                evidence.stream()
                                .anyMatch(each -> each instanceof Evidence.DayPassed passed
                                        && passed.term() == Evidence.Term.REVIEW)
                        ? List.of(ActKind.RENEW_REVIEW)
                        : List.of();
            case OWNERLESS -> List.of(ActKind.NAME_SOMEBODY);
            case WITHOUT_OBJECTIVE -> List.of(ActKind.SAY_OBJECTIVE);
            case EXPIRED_LICENCE -> List.of(ActKind.RENEW_LICENCE);
            case DEAD_LINK -> List.of(ActKind.REPLACE_LINKS);
            case BROKEN_MEDIA -> List.of(ActKind.DROP_FILES);
            case NEAR_DUPLICATE, TRANSLATED_DUPLICATE, UNUSED, OVERLAPPING_TOOLS, UNGOVERNED_TOOL -> List.of();
        };
    }

    private record What(UUID act, ActKind kind, Optional<LocalDate> lastDay, int version) {}

    private void record(
            EnterpriseId enterprise, DecisionKind decision, KeptFinding finding, What what, UUID actor, String reason) {
        var details = new TreeMap<String, String>();
        details.put("finding", finding.id().toString());
        details.put("found", finding.kind().word());
        details.put("act", what.act().toString());
        details.put("action", what.kind().word());
        what.lastDay().ifPresent(day -> details.put("lastDay", day.toString()));
        if (what.version() > 0) {
            details.put("version", String.valueOf(what.version()));
        }
        boolean isTool = finding.kind().isAboutTools();
        decisions.record(
                enterprise,
                new Decided(
                        decision,
                        isTool ? TOOL : AssetVersion.TYPE,
                        finding.subjects().getFirst(),
                        finding.subjects().subList(1, finding.subjects().size()),
                        details,
                        ""),
                actor,
                reason);
    }

    private static String mustName(String place, String who) {
        mustSay(place, who, LONGEST_NAME);
        if (Placeholders.saysNothing(who)) {
            throw new Refusal.Invalid(place, Message.of("audit.act.says-nothing"));
        }
        return who;
    }

    private static void mustSay(String place, String text, int most) {
        if (text.isBlank() || text.length() > most) {
            throw new Refusal.Invalid(
                    place, Message.of("audit.act.say-something").with("most", most));
        }
    }

    private void mustBeWithin(String place, LocalDate day) {
        LocalDate today = findings.today();
        if (day.isBefore(today) || day.isAfter(today.plusDays(LONGEST_IN_DAYS))) {
            throw noDay(place);
        }
    }

    /** How far, the gates say. */
    private void mustBeAhead(String place, LocalDate day) {
        if (!day.isAfter(findings.today())) {
            throw new Refusal.Invalid(place, Message.of("audit.act.day-over"));
        }
    }

    /** What is said to whoever has written no day that can be. */
    public static Refusal.Invalid noDay(String place) {
        return new Refusal.Invalid(place, Message.of("audit.act.no-day").with("most", LONGEST_IN_DAYS));
    }

    private static Refusal.NotFound unknown() {
        return new Refusal.NotFound(Message.of("audit.act.not-found"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

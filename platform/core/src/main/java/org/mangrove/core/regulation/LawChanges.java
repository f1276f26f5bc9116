package org.mangrove.core.regulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mangrove.core.authoring.CourseDrafts;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.MasterStates;
import org.mangrove.core.content.Masters;
import org.mangrove.core.database.AgainIfOvertaken;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.governance.Decided;
import org.mangrove.core.governance.DecisionKind;
import org.mangrove.core.governance.DecisionLog;
import org.mangrove.core.identity.CoreMember;
import org.mangrove.core.identity.CoreMemberships;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.lineage.RuleBook;
import org.mangrove.core.lineage.RuleBook.LawEnds;
import org.mangrove.core.mail.Posted;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.publication.Feed;
import org.mangrove.core.publication.FeedItem;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.regulation.store.LawChangeRow;
import org.mangrove.core.regulation.store.LawChangeStore;
import org.mangrove.core.regulation.store.LawEvidenceRow;
import org.mangrove.core.regulation.store.LawEvidenceStore;
import org.mangrove.core.regulation.store.LawProgressRow;
import org.mangrove.core.regulation.store.LawProgressStore;
import org.mangrove.core.regulation.store.LawTaskRow;
import org.mangrove.core.regulation.store.LawTaskStore;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;

/** Laws that change, as the core announces them, and how far each thing is that follows. */
@ApplicationScoped
public class LawChanges {

    /** What a feed entry about one is called. */
    static final String CHANGE = "regulation.law-change";

    /** The longest of what is written, in characters. */
    public static final int LONGEST = 4_000;

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_REFERENCE = 500;
    private static final int LONGEST_SOURCE = 300;
    private static final int LONGEST_REASON = 1_000;
    private static final int MOST_DAYS = 366;
    private static final int LATEST_YEARS = 5;
    private static final int LONGEST_CLAIM_IN_YEARS = 10;
    private static final int MOST = 500;
    private static final int MOST_EVIDENCE = 2_000;

    @Inject
    Foundations foundations;

    @Inject
    LawChangeStore changes;

    @Inject
    LawTaskStore tasks;

    @Inject
    LawEvidenceStore evidence;

    @Inject
    LawProgressStore progress;

    @Inject
    RuleBook rules;

    @Inject
    Masters masters;

    @Inject
    CourseDrafts drafts;

    @Inject
    Instance<MasterStates> states;

    @Inject
    CoreMemberships members;

    @Inject
    LawLetters letters;

    @Inject
    Feed feed;

    @Inject
    DecisionLog decisions;

    @Inject
    Clock clock;

    /** A change at a glance. @param answered how many of the courses say what the law says now */
    public record Listed(LawChange change, boolean isTakenBack, int courses, int answered, int assigned, int learned) {}

    /**
     * A course that has something to do with it.
     *
     * @param draft where it is written, if it is
     * @param review where it is agreed to, if it is
     * @param replacement the version that could be the answer
     */
    public record Work(
            LawTask task,
            LawTask.State state,
            Optional<Affected> now,
            Optional<String> draft,
            Optional<String> review,
            Optional<AssetVersion> replacement) {}

    /** How far a market is. @param heardAt when it has told; nothing is known before */
    public record OfMarket(TenantProfile tenant, Progress.OfChange figures, Optional<Instant> heardAt) {}

    /** All of it, link by link. */
    public record Chain(
            LawChange change,
            Optional<Instant> takenBackAt,
            List<Work> work,
            List<OfMarket> markets,
            List<String> evidence,
            Instant now) {

        public int claims() {
            return work.stream().mapToInt(each -> each.task().claims()).sum();
        }

        public long blocks() {
            return work.stream()
                    .mapToLong(each -> Affected.blocks(each.task().texts()))
                    .sum();
        }

        public long asked() {
            return work.stream().filter(each -> each.task().asked().isPresent()).count();
        }

        public long answered() {
            return work.stream()
                    .filter(each -> each.task().answer().isPresent())
                    .count();
        }

        public Progress.OfChange people() {
            return markets.stream()
                    .map(OfMarket::figures)
                    .reduce(
                            new Progress.OfChange(change.id(), 0, 0, 0),
                            (one, other) -> new Progress.OfChange(
                                    change.id(),
                                    one.assigned() + other.assigned(),
                                    one.learned() + other.learned(),
                                    one.erased() + other.erased()));
        }

        /** Until its day, and as long as nothing says what the law will say, it can be as if it had never been announced. */
        public boolean canBeTakenBack() {
            return takenBackAt.isEmpty() && !change.isInEffect(now) && answered() == 0;
        }
    }

    /** @throws Refusal.Invalid if it makes no sense */
    public LawChange read(WantedChange wanted, UUID actor) {
        mustSay("title", wanted.title(), LONGEST_TITLE);
        mustSay("legalReference", wanted.legalReference(), LONGEST_REFERENCE);
        mustSay("says", wanted.says(), LONGEST);
        mustSay("announcedIn", wanted.announcedIn(), LONGEST_SOURCE);
        mustBePlaces(wanted.jurisdictions());
        LocalDate today = today();
        if (wanted.effectiveOn().isBefore(today) || wanted.effectiveOn().isAfter(today.plusYears(LATEST_YEARS))) {
            throw new Refusal.Invalid(
                    "effectiveOn", Message.of("regulation.change.no-day").with("years", LATEST_YEARS));
        }
        if (wanted.daysToLearn() < 1 || wanted.daysToLearn() > MOST_DAYS) {
            throw new Refusal.Invalid(
                    "daysToLearn", Message.of("regulation.change.no-days").with("most", MOST_DAYS));
        }
        return new LawChange(
                Uuids.next(),
                wanted.title(),
                wanted.legalReference(),
                wanted.jurisdictions(),
                wanted.says(),
                wanted.announcedIn(),
                wanted.effectiveOn(),
                wanted.daysToLearn(),
                actor,
                now());
    }

    private static void mustBePlaces(List<String> places) {
        if (places.isEmpty() || !places.stream().allMatch(place -> place.matches("[A-Z]{2}(-[A-Z0-9]{1,3})?"))) {
            throw new Refusal.Invalid("jurisdictions", Message.of("regulation.change.no-jurisdiction"));
        }
    }

    /**
     * What rests on it ends on its day, and everybody can see what is to be done. Owners who work in the core under the name that
     * the courses' facts have are asked at once.
     *
     * @throws Refusal.Invalid if it makes no sense
     * @throws Refusal.Conflict if nothing rests on it
     */
    @AgainIfOvertaken
    @Transactional
    public LawChange announce(Enterprise enterprise, UUID actor, WantedChange wanted) {
        EnterpriseId id = enterprise.id();
        LawChange change = read(wanted, actor);
        List<Affected> found = foundations.find(id, change);
        if (found.isEmpty()) {
            throw new Refusal.Conflict(Message.of("regulation.change.nothing-rests-on-it"));
        }
        var row = new LawChangeRow(id, change);
        changes.add(row);
        List<LawTaskRow> rows = found.stream()
                .map(each -> new LawTaskRow(id, change.id(), each))
                .toList();
        rows.forEach(tasks::add);
        Map<String, UUID> known = owners(id, found);
        rows.forEach(each -> Optional.ofNullable(known.get(each.task().course()))
                .ifPresent(owner -> ask(enterprise, actor, change, each, owner)));
        String after = publish(id, row, rows);
        rules.end(
                id,
                actor,
                AssetVersion.TYPE,
                ends(change),
                found.stream().flatMap(each -> each.claims().stream()).toList());
        decide(
                id,
                actor,
                DecisionKind.LAW_CHANGE_ANNOUNCED,
                change,
                found.stream().map(Affected::course).toList(),
                Map.of(
                        "reference", change.legalReference(),
                        "jurisdiction", String.join(", ", change.jurisdictions()),
                        "effectiveOn", change.effectiveOn().toString()),
                after,
                change.title());
        decideAsked(id, actor, change, rows);
        return change;
    }

    /** Those members whose public name is what a course's facts say of its owner, or else of its steward. */
    private Map<String, UUID> owners(EnterpriseId enterprise, List<Affected> found) {
        Map<String, UUID> byName = members.all(enterprise).stream()
                .filter(LawChanges::mayWrite)
                .filter(member -> member.byline().isPresent())
                .collect(Collectors.toMap(
                        member -> plain(member.byline().orElseThrow()), CoreMember::actor, (one, other) -> one));
        var owners = new HashMap<String, UUID>();
        for (Affected each : found) {
            Optional.ofNullable(byName.get(plain(each.owner())))
                    .or(() -> Optional.ofNullable(byName.get(plain(each.steward()))))
                    .ifPresent(actor -> owners.put(each.course(), actor));
        }
        return owners;
    }

    private static boolean mayWrite(CoreMember member) {
        return member.roles().contains(CoreRole.AUTHOR) || member.roles().contains(CoreRole.GOVERNOR);
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * The law stays as it was.
     *
     * @throws Refusal.Conflict if it has changed by now, or a version says already what it will say
     */
    @AgainIfOvertaken
    @Transactional
    public void takeBack(EnterpriseId enterprise, UUID actor, UUID id, String reason) {
        LawChangeRow row = mustHold(enterprise, id);
        mustSay("reason", reason, LONGEST_REASON);
        LawChange change = row.change();
        List<LawTaskRow> rows = tasks.of(enterprise, id);
        boolean isAnswered = rows.stream().anyMatch(each -> each.task().answer().isPresent());
        if (row.takenBackAt().isPresent() || change.isInEffect(clock.instant()) || isAnswered) {
            throw new Refusal.Conflict(Message.of("regulation.change.too-late"));
        }
        row.takeBack(actor, now());
        String after = publish(enterprise, row, rows);
        rules.goOn(enterprise, actor, AssetVersion.TYPE, new LawEnds(id, change.since(), reason));
        decide(enterprise, actor, DecisionKind.LAW_CHANGE_TAKEN_BACK, change, List.of(), Map.of(), after, reason);
    }

    /**
     * Asks somebody to bring a course to what the law says now. Whoever was asked before is not asked any more.
     *
     * @param who an author or a governor
     * @return whether they were written to
     */
    @AgainIfOvertaken
    @Transactional
    public Posted ask(Enterprise enterprise, UUID actor, UUID id, String course, UUID who) {
        LawChange change = mustStand(mustHold(enterprise.id(), id)).change();
        LawTaskRow row = mustHold(enterprise.id(), id, course);
        boolean isMember = members.all(enterprise.id()).stream()
                .anyMatch(member -> member.actor().equals(who) && mayWrite(member));
        if (!isMember) {
            throw new Refusal.Invalid("actor", Message.of("regulation.task.nobody"));
        }
        if (row.task().answer().isPresent()) {
            throw new Refusal.Conflict(Message.of("regulation.task.answered-already"));
        }
        Posted posted = ask(enterprise, actor, change, row, who);
        decideAsked(enterprise.id(), actor, change, List.of(row));
        return posted;
    }

    private Posted ask(Enterprise enterprise, UUID actor, LawChange change, LawTaskRow row, UUID who) {
        row.ask(who, actor, now());
        return letters.asked(enterprise, who, change, row.task());
    }

    private void decideAsked(EnterpriseId enterprise, UUID actor, LawChange change, List<LawTaskRow> rows) {
        List<String> asked = rows.stream()
                .map(LawTaskRow::task)
                .filter(task -> task.asked().isPresent())
                .map(LawTask::course)
                .toList();
        if (!asked.isEmpty()) {
            decide(enterprise, actor, DecisionKind.LAW_CHANGE_ASKED, change, asked, Map.of(), "", "");
        }
    }

    /**
     * A regulatory version says what the law says now, and whoever decides this has verified it: what had ended is verified anew, for
     * the same places.
     *
     * @param lastDay on which that may be relied on
     * @throws Refusal.Conflict if there is no such version, or it comes too late
     */
    @AgainIfOvertaken
    @Transactional
    public void answer(EnterpriseId enterprise, UUID actor, UUID id, String course, int version, LocalDate lastDay) {
        LawChangeRow row = mustStand(mustHold(enterprise, id));
        LawChange change = row.change();
        LawTaskRow task = mustHold(enterprise, id, course);
        if (task.task().answer().isPresent()) {
            throw new Refusal.Conflict(Message.of("regulation.task.answered-already"));
        }
        LocalDate latest = today().plusYears(LONGEST_CLAIM_IN_YEARS);
        if (!lastDay.isAfter(change.effectiveOn()) || !lastDay.isAfter(today()) || lastDay.isAfter(latest)) {
            throw new Refusal.Invalid(
                    "lastDay", Message.of("regulation.task.no-day").with("years", LONGEST_CLAIM_IN_YEARS));
        }
        AssetVersion replacement = replacement(enterprise, task.task())
                .filter(there -> there.no() == version)
                .orElseThrow(() -> new Refusal.Conflict(Message.of("regulation.task.no-version")));
        var answer = new LawNotice.Answer(replacement.no(), replacement.digest().hex(), replacement.effectiveFrom());
        task.answer(answer, actor, now());
        String after = publish(enterprise, row, tasks.of(enterprise, id));
        rules.verifyAnew(
                enterprise,
                actor,
                AssetVersion.TYPE,
                ends(change),
                course,
                lastDay.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        decide(
                enterprise,
                actor,
                DecisionKind.LAW_CHANGE_ANSWERED,
                change,
                List.of(course),
                Map.of(
                        "version", String.valueOf(answer.version()),
                        "digest", answer.digest(),
                        "before", task.task().digestBefore()),
                after,
                "");
    }

    /** The newest regulatory version since it was announced that says something else where the law was relied on. */
    private Optional<AssetVersion> replacement(EnterpriseId enterprise, LawTask task) {
        Optional<AssetVersion> before = masters.findVersion(enterprise, task.course(), task.versionBefore());
        Optional<AssetVersion> newest = masters.findCurrent(enterprise, task.course());
        return before.flatMap(old -> newest.filter(now -> now.no() > old.no())
                .flatMap(now -> regulatory(enterprise, task.course(), old.no(), now.no()))
                .filter(now -> task.texts().stream().anyMatch(text -> isAnother(old, now, text))));
    }

    private Optional<AssetVersion> regulatory(EnterpriseId enterprise, String course, int after, int newest) {
        for (int number = newest; number > after; number--) {
            Optional<AssetVersion> version = masters.findVersion(enterprise, course, number)
                    .filter(there -> there.change() == ChangeClass.REGULATORY);
            if (version.isPresent()) {
                return version;
            }
        }
        return Optional.empty();
    }

    private static boolean isAnother(AssetVersion old, AssetVersion now, String text) {
        String[] parts = text.split("/", 2);
        return !old.find(parts[0])
                .flatMap(block -> block.find(parts[1]))
                .equals(now.find(parts[0]).flatMap(block -> block.find(parts[1])));
    }

    @Transactional
    public List<Listed> all(EnterpriseId enterprise) {
        Map<UUID, List<LawTaskRow>> byChange =
                tasks.all(enterprise, MOST * MOST).stream().collect(Collectors.groupingBy(LawTaskRow::change));
        Map<UUID, List<Progress.OfChange>> people = progress.all(enterprise, MOST * MOST).stream()
                .map(LawProgressRow::progress)
                .collect(Collectors.groupingBy(Progress.OfChange::change));
        return changes.all(enterprise, MOST).stream()
                .map(row -> {
                    List<LawTaskRow> work = byChange.getOrDefault(row.id(), List.of());
                    List<Progress.OfChange> told = people.getOrDefault(row.id(), List.of());
                    return new Listed(
                            row.change(),
                            row.takenBackAt().isPresent(),
                            work.size(),
                            (int) work.stream()
                                    .filter(each -> each.task().answer().isPresent())
                                    .count(),
                            told.stream().mapToInt(Progress.OfChange::assigned).sum(),
                            told.stream().mapToInt(Progress.OfChange::learned).sum());
                })
                .toList();
    }

    /** @throws Refusal.NotFound if there is no such change */
    @Transactional
    public Chain must(EnterpriseId enterprise, UUID id) {
        LawChangeRow row = changes.find(enterprise, id).orElseThrow(LawChanges::notFound);
        LawChange change = row.change();
        Map<String, MasterStates.Standing> reviews = new HashMap<>();
        states.forEach(each -> reviews.putAll(each.of(enterprise)));
        Map<String, Affected> found = foundations.find(enterprise, change).stream()
                .collect(Collectors.toMap(Affected::course, Function.identity()));
        Map<String, LawProgressRow> told = progress.of(enterprise, id).stream()
                .collect(Collectors.toMap(LawProgressRow::tenant, Function.identity()));
        return new Chain(
                change,
                row.takenBackAt(),
                tasks.of(enterprise, id).stream()
                        .map(LawTaskRow::task)
                        .map(task -> work(
                                enterprise,
                                task,
                                Optional.ofNullable(found.get(task.course())),
                                Optional.ofNullable(reviews.get(task.course()))))
                        .toList(),
                foundations.markets(enterprise, change).stream()
                        .map(tenant -> ofMarket(
                                tenant,
                                id,
                                Optional.ofNullable(told.get(tenant.tenant().slug()))))
                        .toList(),
                evidence.of(enterprise, id, MOST_EVIDENCE).stream()
                        .map(LawEvidenceRow::line)
                        .toList(),
                clock.instant());
    }

    private static OfMarket ofMarket(TenantProfile tenant, UUID change, Optional<LawProgressRow> told) {
        return new OfMarket(
                tenant,
                told.map(LawProgressRow::progress).orElseGet(() -> new Progress.OfChange(change, 0, 0, 0)),
                told.map(LawProgressRow::heardAt));
    }

    private Work work(
            EnterpriseId enterprise, LawTask task, Optional<Affected> now, Optional<MasterStates.Standing> review) {
        Optional<UUID> draft = drafts.findOpen(enterprise, task.course());
        Optional<AssetVersion> replacement =
                task.answer().isPresent() ? Optional.empty() : replacement(enterprise, task);
        LawTask.State state = state(task, draft.isPresent(), review, replacement.isPresent());
        return new Work(
                task,
                state,
                now,
                draft.map(id -> "/drafts/" + id),
                review.map(MasterStates.Standing::place),
                replacement);
    }

    private static LawTask.State state(
            LawTask task, boolean isWritten, Optional<MasterStates.Standing> review, boolean isPublished) {
        if (task.answer().isPresent()) {
            return LawTask.State.ANSWERED;
        }
        if (isPublished) {
            return LawTask.State.PUBLISHED;
        }
        if (review.isPresent()) {
            return review.get().tone() == Tone.SUCCESS ? LawTask.State.APPROVED : LawTask.State.IN_REVIEW;
        }
        if (isWritten) {
            return LawTask.State.IN_WORK;
        }
        return task.asked().isPresent() ? LawTask.State.ASKED : LawTask.State.OPEN;
    }

    /** The cells are told what there is to know by now. @return the digest of it */
    String publish(EnterpriseId enterprise, LawChangeRow row, List<LawTaskRow> rows) {
        var notice = new LawNotice(
                row.change(),
                row.takenBackAt().isPresent(),
                rows.stream()
                        .map(LawTaskRow::task)
                        .map(task -> new LawNotice.OfCourse(
                                task.course(), task.texts(), task.versionBefore(), task.digestBefore(), task.answer()))
                        .toList(),
                evidence.of(enterprise, row.id(), MOST_EVIDENCE).stream()
                        .map(LawEvidenceRow::line)
                        .toList());
        String written = Definitions.write(notice);
        feed.append(enterprise, FeedItem.of(CHANGE, row.id().toString(), written));
        return Digest.of(written.getBytes(StandardCharsets.UTF_8)).hex();
    }

    private void decide(
            EnterpriseId enterprise,
            UUID actor,
            DecisionKind kind,
            LawChange change,
            List<String> courses,
            Map<String, String> details,
            String digest,
            String reason) {
        decisions.record(
                enterprise,
                new Decided(kind, LawChange.TYPE, change.id().toString(), courses, details, digest),
                actor,
                reason);
    }

    private static LawEnds ends(LawChange change) {
        return new LawEnds(change.id(), change.since(), change.title());
    }

    private LawChangeRow mustHold(EnterpriseId enterprise, UUID id) {
        return changes.hold(enterprise, id).orElseThrow(LawChanges::notFound);
    }

    private static LawChangeRow mustStand(LawChangeRow row) {
        if (row.takenBackAt().isPresent()) {
            throw new Refusal.Conflict(Message.of("regulation.change.is-taken-back"));
        }
        return row;
    }

    private LawTaskRow mustHold(EnterpriseId enterprise, UUID change, String course) {
        return tasks.hold(enterprise, change, course).orElseThrow(LawChanges::notFound);
    }

    private static Refusal.NotFound notFound() {
        return new Refusal.NotFound(Message.of("regulation.change.not-found"));
    }

    private static void mustSay(String place, String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw new Refusal.Invalid(
                    place, Message.of("regulation.change.say-something").with("most", longest));
        }
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

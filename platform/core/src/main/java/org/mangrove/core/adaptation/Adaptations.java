package org.mangrove.core.adaptation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mangrove.core.content.Amount;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.BlockFields;
import org.mangrove.core.content.Courses;
import org.mangrove.core.content.EffectiveCourse;
import org.mangrove.core.content.Ending;
import org.mangrove.core.content.Endings;
import org.mangrove.core.content.InTheMiddle;
import org.mangrove.core.content.LocalChoices;
import org.mangrove.core.content.Pinned;
import org.mangrove.core.content.Pins;
import org.mangrove.core.database.AgainIfOvertaken;
import org.mangrove.core.lineage.Adaptation;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Change;
import org.mangrove.core.lineage.Decision;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.Level;
import org.mangrove.core.lineage.LocalAct;
import org.mangrove.core.lineage.LocalOverlays;
import org.mangrove.core.lineage.LocalRevision;
import org.mangrove.core.lineage.LockRule;
import org.mangrove.core.lineage.Locks;
import org.mangrove.core.lineage.Overlay;
import org.mangrove.core.lineage.Sync;
import org.mangrove.core.lineage.SyncProposal;
import org.mangrove.core.lineage.Terms;
import org.mangrove.core.lineage.Text;
import org.mangrove.core.localization.Languages;
import org.mangrove.core.quality.LocalQuality;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;

/**
 * What a market says in its own way, and what it decides when that changes above. Whoever writes names the revision that they
 * have seen, so that nobody writes over what somebody else has just written.
 */
@ApplicationScoped
public class Adaptations {

    private static final int LONGEST_TEXT = 20_000;

    @Inject
    LocalOverlays overlays;

    @Inject
    Languages languages;

    @Inject
    Desks desks;

    @Inject
    Courses courses;

    @Inject
    Standings standings;

    @Inject
    Deadlines deadlines;

    @Inject
    LocalQuality quality;

    @Inject
    Endings endings;

    @Inject
    LocalChoices choices;

    @Inject
    Pins pins;

    @Inject
    Instance<InTheMiddle> learners;

    @Inject
    Agreements agreements;

    @Inject
    Event<Said> said;

    @Inject
    Clock clock;

    /**
     * A course to work on.
     *
     * @param title for the reader
     * @param due until when somebody should have decided about its texts
     * @param pinned if the market stays with the version
     * @param ending if it is given up above
     * @param kept if the market keeps it as its own
     * @param leaving what the market does about it
     * @param inTheMiddle if it is given up above: how many people here have begun it and not finished
     */
    public record Work(
            Desk desk,
            Text title,
            Behind behind,
            Optional<Instant> due,
            Optional<Pinned> pinned,
            Optional<Ending> ending,
            Optional<Endings.Kept> kept,
            Optional<Leaving> leaving,
            long inTheMiddle) {

        public String course() {
            return desk.ground().version().key();
        }
    }

    /** A course among others. @param title for the reader */
    public record Listed(CourseStanding standing, Text title, boolean isOverdue) {}

    /** What has become of what somebody said. */
    public enum Done {
        /** Readers see it. */
        READ,
        /** Somebody else has to agree first. */
        ASKED
    }

    /** A block of the market's own. */
    public record Added(String block, Done done) {}

    /** Who writes where, and what they have seen. @param person of the tenant */
    public record Writing(TenantProfile tenant, UUID person, String course, int seen) {}

    /** The ones first that somebody should look at first. */
    @Transactional
    public List<Listed> all(TenantProfile tenant, Locale locale) {
        Instant now = clock.instant();
        List<Locale> chain = languages.chain(tenant, locale);
        return standings.of(tenant).stream()
                .map(standing -> new Listed(standing, standing.title(chain), standing.isOverdue(now)))
                .toList();
    }

    /** @throws Refusal.NotFound if no such course comes to the tenant from above */
    @Transactional
    public Work work(TenantProfile tenant, String course, Locale locale) {
        Instant now = clock.instant();
        Desk desk = desks.of(tenant, course, now);
        Optional<Pinned> pinned = desks.pinned(tenant, course);
        Behind behind = desks.behind(tenant, desk, pinned, now);
        Endings.Known known = endings.of(tenant);
        ZoneId zone = tenant.tenant().timeZone();
        Deadlines.Here here = deadlines.of(tenant);
        return new Work(
                desk,
                title(desk, languages.chain(tenant, locale)),
                behind,
                here.of(behind),
                pinned,
                known.find(course),
                known.kept(course),
                Leaving.of(known.find(course), known.kept(course), LocalDate.ofInstant(now, zone), here.ofRetirement()),
                known.find(course).isEmpty()
                        ? 0
                        : learners.stream()
                                .mapToLong(all -> all.count(tenant, course))
                                .sum());
    }

    /**
     * What could take the place of a course that is given up: what the market offers and does not give up itself. By title.
     *
     * @param except the course itself
     */
    @Transactional
    public Map<String, Text> replacements(TenantProfile tenant, String except, Locale locale) {
        Endings.Known known = endings.of(tenant);
        return courses.all(tenant, locale).stream()
                .filter(course -> !course.key().equals(except) && known.letsBegin(course.key()))
                .sorted(Comparator.comparing(course -> course.title().text()))
                .collect(Collectors.toMap(
                        EffectiveCourse::key, EffectiveCourse::title, (one, other) -> one, LinkedHashMap::new));
    }

    /** Decides what becomes of a course that is given up above. */
    @Transactional
    public void leave(TenantProfile tenant, UUID person, String course, LocalChoices.Chosen chosen) {
        choices.decide(tenant, person, course, chosen);
        said.fire(new Said(tenant.tenant().id()));
    }

    /** Stays with the version that readers here have, until a day. */
    @AgainIfOvertaken
    @Transactional
    public void pin(TenantProfile tenant, UUID person, String course, Pins.Wish wish) {
        pins.pin(tenant, person, course, wish);
        said.fire(new Said(tenant.tenant().id()));
    }

    /** Follows what is in effect above again. */
    @Transactional
    public void follow(TenantProfile tenant, UUID person, String course, String reason) {
        pins.follow(tenant, person, course, reason);
        said.fire(new Said(tenant.tenant().id()));
    }

    /** Looks again at a course that was kept; it stays. */
    @Transactional
    public void stay(TenantProfile tenant, UUID person, String course, String reason, Optional<LocalDate> reviewOn) {
        choices.stay(tenant, person, course, reason, reviewOn);
        said.fire(new Said(tenant.tenant().id()));
    }

    /** Lets a course that was kept follow its master again. */
    @Transactional
    public void attach(TenantProfile tenant, UUID person, String course, String reason) {
        choices.attach(tenant, person, course, reason);
        said.fire(new Said(tenant.tenant().id()));
    }

    /** The latest act first. */
    @Transactional
    public List<LocalRevision> history(TenantProfile tenant, String course) {
        return overlays.history(tenant, AssetVersion.TYPE, course);
    }

    private static Text title(Desk desk, List<Locale> chain) {
        return desk.title()
                .map(field -> field.in(chain))
                .orElseGet(() -> new Text(desk.ground().version().key(), Locale.ROOT));
    }

    /**
     * Says a text in the market's own way.
     *
     * @param words in at least one language; of a number that is the same in all of them, in {@link Locale#ROOT}
     * @throws Refusal.NotFound if there is no such text
     * @throws Refusal.Invalid if a lock forbids it, or if it says nothing else than what comes from above
     * @throws Refusal.Conflict if somebody else has written since
     */
    @Transactional
    public Done say(Writing by, String block, String field, Map<Locale, String> words, Terms terms) {
        Instant now = now();
        Desk desk = desk(by, now);
        DeskText text = mustFind(desk, block, field);
        Field value = text.isAmount() ? amount(field, words.getOrDefault(Locale.ROOT, "")) : words(words);
        mustBeGood(by.tenant(), desk, mustFind(desk, block).block().with(field, value), List.of(field));
        if (desk.find(block).filter(DeskBlock::isOurs).isPresent()) {
            return sayInOurs(by, desk, block, field, value, terms);
        }
        if (text.ours().isEmpty() && text.above().filter(value::equals).isPresent()) {
            throw new Refusal.Invalid("words", Message.of("adaptation.same"));
        }
        Adaptation fresh = terms.adaptation(new Change.Set(block, field, value)).basedOn(text.above());
        return put(
                by, desk, text.item().isPresent() ? LocalAct.EDITED : LocalAct.CHANGED, text.subject(), fresh, "words");
    }

    /** What the market has inserted changes where it was inserted. What was agreed to was agreed to as it was. */
    private Done sayInOurs(Writing by, Desk desk, String block, String field, Field value, Terms terms) {
        Adaptation there = desk.own().adaptations().stream()
                .filter(adaptation -> adaptation.change() instanceof Change.InsertAfter insertion
                        && insertion.inserted().id().equals(block))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound(Message.of("adaptation.no-such-text")));
        var insertion = (Change.InsertAfter) there.change();
        Adaptation fresh = there.with(new Change.InsertAfter(
                        insertion.block(),
                        insertion.trail(),
                        insertion.inserted().with(field, value)))
                .withoutApproval();
        if (fresh.change().equals(there.change())) {
            throw new Refusal.Invalid("words", Message.of("adaptation.same"));
        }
        Optional<LockRule> lock = binding(desk, fresh, now());
        if (lock.isPresent()) {
            return put(by, desk, LocalAct.CHANGED, block + "/" + field, fresh, "words");
        }
        write(
                by,
                desk,
                LocalAct.CHANGED,
                block + "/" + field,
                terms.reason(),
                desk.own().adaptations().stream()
                        .map(adaptation -> adaptation.equals(there) ? fresh : adaptation)
                        .toList());
        return Done.READ;
    }

    /** Says it, or asks for it where nobody says anything alone. */
    private Done put(Writing by, Desk desk, LocalAct act, String subject, Adaptation fresh, String place) {
        return put(
                by,
                desk,
                fresh,
                place,
                () -> write(by, desk, act, subject, fresh.reason(), putting(desk.own(), fresh)));
    }

    private Done put(Writing by, Desk desk, Adaptation fresh, String place, Runnable write) {
        Optional<LockRule> lock = binding(desk, fresh, now());
        if (lock.isEmpty()) {
            write.run();
            return Done.READ;
        }
        if (lock.get().hold() != LockRule.Hold.APPROVE) {
            throw locked(lock.get(), place);
        }
        if (desk.own().revision() != by.seen()) {
            throw new Refusal.Conflict(Message.of("lineage.local.changed-meanwhile"));
        }
        agreements.ask(by.tenant(), by.person(), by.course(), fresh);
        return Done.ASKED;
    }

    /**
     * Stays with what the market says, having looked at what comes from above now. Whoever keeps it does not agree to it anew.
     *
     * @throws Refusal.Conflict if there is nothing to decide, or if somebody else has written since
     */
    @Transactional
    public void keep(Writing by, String subject, String reason) {
        Instant now = now();
        Desk desk = desk(by, now);
        SyncProposal.Item item = desk.proposal().items().stream()
                .filter(each -> each.subject().equals(subject))
                .findFirst()
                .orElseThrow(() -> new Refusal.Conflict(Message.of("adaptation.nothing-to-decide")));
        String why = Terms.of(reason).reason();
        Sync.Outcome outcome = Sync.settle(
                desk.own(),
                desk.proposal().only(List.of(item)),
                Map.of(subject, new Decision(new Decision.Choice.Keep(), by.person(), now, why)));
        write(
                by,
                desk,
                LocalAct.KEPT,
                subject,
                why,
                outcome.overlay().adaptations().stream()
                        .map(after -> after.change().subject().equals(subject)
                                ? after.withApproval(item.ours().approval())
                                : after)
                        .toList());
    }

    /** Gives up what the market says for what comes from above. What was given up stays among the revisions. */
    @Transactional
    public void accept(Writing by, String subject, String reason) {
        Instant now = now();
        Desk desk = desk(by, now);
        if (desk.own().adaptations().stream()
                .noneMatch(adaptation -> adaptation.change().subject().equals(subject))) {
            throw new Refusal.NotFound(Message.of("adaptation.nothing-of-ours"));
        }
        boolean hasChangedAbove =
                desk.proposal().items().stream().anyMatch(item -> item.subject().equals(subject));
        write(
                by,
                desk,
                hasChangedAbove ? LocalAct.ACCEPTED : LocalAct.TAKEN_BACK,
                subject,
                Terms.of(reason).reason(),
                without(desk.own(), subject));
    }

    /**
     * Lets everything go on that needs nobody's decision.
     *
     * @return how many there were
     */
    @Transactional
    public int join(Writing by) {
        Desk desk = desk(by, now());
        List<SyncProposal.Item> free = desk.joinable();
        if (free.isEmpty()) {
            throw new Refusal.Conflict(Message.of("adaptation.nothing-to-decide"));
        }
        Sync.Outcome outcome = Sync.settle(desk.own(), desk.proposal().only(free), Map.of());
        write(
                by,
                desk,
                LocalAct.JOINED,
                free.stream().map(SyncProposal.Item::subject).toList(),
                "",
                outcome.overlay().adaptations());
        return free.size();
    }

    /** Leaves a block out in this market. */
    @Transactional
    public Done leaveOut(Writing by, String block, Terms terms) {
        Instant now = now();
        Desk desk = desk(by, now);
        DeskBlock there = mustFind(desk, block);
        if (there.block().kind() == BlockKind.COURSE) {
            throw new Refusal.Invalid("block", Message.of("adaptation.not-the-whole"));
        }
        if (there.isLeftOutByUs()) {
            throw new Refusal.Conflict(Message.of("adaptation.nothing-to-decide"));
        }
        if (there.isOurs()) {
            String subject = block + " inserted";
            write(
                    by,
                    desk,
                    LocalAct.TAKEN_BACK,
                    subject,
                    terms.reason(),
                    without(desk.own(), subject).stream()
                            .filter(adaptation -> !(adaptation.change() instanceof Change.Move move
                                    && move.block().equals(block)))
                            .toList());
            return Done.READ;
        }
        Adaptation fresh = terms.adaptation(new Change.Hide(block));
        return put(by, desk, LocalAct.CHANGED, fresh.change().subject(), fresh, "block");
    }

    /** Adds a text of the market's own. */
    @Transactional
    public Done insert(Writing by, String after, Map<Locale, String> heading, Map<Locale, String> body, Terms terms) {
        Instant now = now();
        Desk desk = desk(by, now);
        mustFind(desk, after);
        var fields = new TreeMap<String, Field>();
        if (heading.values().stream().anyMatch(text -> !text.isBlank())) {
            fields.put("heading", words(heading));
        }
        fields.put("body", words(body));
        String id = freshId(by);
        var inserted = new Block(id, BlockKind.TEXT, fields);
        mustBeGood(by.tenant(), desk, inserted, fields.keySet());
        Adaptation fresh = terms.adaptation(insertion(desk, after, inserted));
        return put(by, desk, LocalAct.CHANGED, fresh.change().subject(), fresh, "block");
    }

    /**
     * Puts a block a place further up or down in this market, with what the market has added behind it.
     *
     * @throws Refusal.Invalid if it is the head of a section, if a lock forbids it, or if it can go no further
     */
    @Transactional
    public void move(Writing by, String block, boolean isUp, Terms terms) {
        Instant now = now();
        Desk desk = desk(by, now);
        DeskBlock there = mustFind(desk, block);
        if (!there.block().kind().isStep()) {
            throw new Refusal.Invalid("block", Message.of("adaptation.move.heads-stay"));
        }
        List<Adaptation> moved = Moving.moved(desk, block, isUp, terms, now)
                .orElseThrow(() -> new Refusal.Invalid("block", Message.of("adaptation.move.no-further")));
        mustBeOpen(desk, Adaptation.of(new Change.Move(block, block, List.of()), ""), now, "block");
        write(by, desk, LocalAct.CHANGED, block + " moved", terms.reason(), moved);
    }

    /** Adds a question of the market's own. */
    @Transactional
    public Added ask(Writing by, String after, OwnQuestion question, Terms terms) {
        Instant now = now();
        Desk desk = desk(by, now);
        mustFind(desk, after);
        String id = freshId(by);
        Adaptation fresh = terms.adaptation(insertion(desk, after, question.block(id)));
        return new Added(id, put(by, desk, LocalAct.CHANGED, fresh.change().subject(), fresh, "block"));
    }

    /**
     * Says which answers to a question are right in this market.
     *
     * @throws Refusal.Invalid if nobody could answer it then, if a lock forbids it, or if it says nothing else than what is above
     */
    @Transactional
    public Done sayRight(Writing by, String block, List<String> right, Terms terms) {
        Instant now = now();
        Desk desk = desk(by, now);
        DeskText text = desk.find(block, DeskText.RIGHT_ANSWERS)
                .filter(there -> desk.find(block).isPresent())
                .orElseThrow(() -> new Refusal.NotFound(Message.of("adaptation.no-such-text")));
        DeskBlock there = mustFind(desk, block);
        Field value = Field.ids(BlockFields.ids(there.block(), "options").stream()
                .filter(right::contains)
                .toList());
        OwnQuestion.mustBeWhole(
                there.block().kind(),
                there.block().with(DeskText.RIGHT_ANSWERS, value).fields());
        if (there.isOurs()) {
            return sayInOurs(by, desk, block, DeskText.RIGHT_ANSWERS, value, terms);
        }
        if (text.ours().isEmpty() && text.above().filter(value::equals).isPresent()) {
            throw new Refusal.Invalid("options", Message.of("adaptation.same"));
        }
        Adaptation fresh = terms.adaptation(new Change.Set(block, DeskText.RIGHT_ANSWERS, value))
                .basedOn(text.above());
        return put(
                by,
                desk,
                text.item().isPresent() ? LocalAct.EDITED : LocalAct.CHANGED,
                text.subject(),
                fresh,
                "options");
    }

    /**
     * Says a text as another market says it, which has shared it. What is law there may be none here, so that is not taken along.
     *
     * @throws Refusal.Conflict if the market says something itself there already, or if somebody else has written since
     * @throws Refusal.Invalid if it is in no language of this market, or if a lock forbids it
     */
    @Transactional
    public Done takeOver(Writing by, Suggestions.Suggestion from, String reason) {
        Instant now = now();
        Desk desk = desk(by, now);
        DeskText text = mustFind(desk, from.text().block(), from.text().field());
        if (text.ours().isPresent()
                || desk.find(text.block()).filter(DeskBlock::isOurs).isPresent()) {
            throw new Refusal.Conflict(Message.of("adaptation.suggestion.said-already"));
        }
        Field value = spoken(by.tenant(), from.text().words());
        if (text.above().filter(value::equals).isPresent()) {
            throw new Refusal.Invalid("words", Message.of("adaptation.same"));
        }
        Adaptation fresh = Terms.of(reason)
                .adaptation(new Change.Set(text.block(), text.field(), value))
                .basedOn(text.above());
        return put(by, desk, fresh, "words", () -> takeOver(by, desk, fresh, from));
    }

    /** The same with a text that the other market has added. @param texts of one block */
    @Transactional
    public Done takeOverBlock(Writing by, List<Suggestions.Suggestion> texts, String reason) {
        Instant now = now();
        Desk desk = desk(by, now);
        var fields = new TreeMap<String, Field>();
        texts.forEach(each ->
                fields.put(each.text().field(), spoken(by.tenant(), each.text().words())));
        String after = texts.getFirst().text().after().stream()
                .filter(block -> desk.find(block).isPresent())
                .findFirst()
                .orElseGet(() -> desk.blocks().getLast().block().id());
        Adaptation fresh =
                Terms.of(reason).adaptation(insertion(desk, after, new Block(freshId(by), BlockKind.TEXT, fields)));
        return put(by, desk, fresh, "block", () -> takeOver(by, desk, fresh, texts.getFirst()));
    }

    private void takeOver(Writing by, Desk desk, Adaptation fresh, Suggestions.Suggestion from) {
        overlays.write(
                by.tenant(),
                AssetVersion.TYPE,
                by.course(),
                by.seen(),
                putting(desk.own(), fresh),
                new LocalOverlays.Act(
                        LocalAct.TAKEN_OVER,
                        List.of(fresh.change().subject()),
                        fresh.reason(),
                        Optional.of(by.person()),
                        Map.of(
                                "from", from.from().content().sharing().tenant(),
                                "sharing", from.id().toString())));
        said.fire(new Said(by.tenant().tenant().id()));
    }

    /** In the languages that are spoken here. */
    private Field spoken(TenantProfile tenant, Map<String, String> words) {
        var said = new TreeMap<String, String>();
        languages.offered(tenant).stream()
                .map(Locale::toLanguageTag)
                .filter(words::containsKey)
                .forEach(tag -> said.put(tag, words.get(tag)));
        if (said.isEmpty()) {
            throw new Refusal.Invalid("words", Message.of("adaptation.suggestion.no-language"));
        }
        return Field.words(said);
    }

    /**
     * Goes back to all that held after an act.
     *
     * @param revision 0 for nothing of the market's own
     */
    @Transactional
    public void restore(Writing by, int revision, String reason) {
        Instant now = now();
        Desk desk = desk(by, now);
        List<Adaptation> then = revision == 0
                ? List.of()
                : overlays.after(by.tenant(), AssetVersion.TYPE, by.course(), revision)
                        .map(Overlay::adaptations)
                        .orElseThrow(() -> new Refusal.NotFound(Message.of("adaptation.no-such-revision")));
        then.stream()
                .filter(adaptation -> !desk.own().adaptations().contains(adaptation))
                .forEach(adaptation -> mustBeOpen(desk, adaptation, now, "revision"));
        write(
                by,
                desk,
                LocalAct.RESTORED,
                String.valueOf(revision),
                Terms.of(reason).reason(),
                then);
    }

    private static String freshId(Writing by) {
        return by.tenant().tenant().slug() + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static Change insertion(Desk desk, String after, Block fresh) {
        return new Change.InsertAfter(after, trail(desk, after), fresh);
    }

    /** The blocks before one, the nearest first. */
    private static List<String> trail(Desk desk, String block) {
        List<String> order =
                desk.blocks().stream().map(each -> each.block().id()).toList();
        return order.subList(0, order.indexOf(block)).reversed();
    }

    private Desk desk(Writing by, Instant now) {
        return desks.of(by.tenant(), by.course(), now);
    }

    private void write(
            Writing by, Desk desk, LocalAct act, String subject, String reason, List<Adaptation> adaptations) {
        write(by, desk, act, List.of(subject), reason, adaptations);
    }

    private void write(
            Writing by, Desk desk, LocalAct act, List<String> subjects, String reason, List<Adaptation> adaptations) {
        if (desk.own().adaptations().equals(adaptations)) {
            throw new Refusal.Invalid("words", Message.of("adaptation.same"));
        }
        overlays.write(
                by.tenant(),
                AssetVersion.TYPE,
                by.course(),
                by.seen(),
                adaptations,
                new LocalOverlays.Act(act, subjects, reason, Optional.of(by.person())));
        said.fire(new Said(by.tenant().tenant().id()));
    }

    private static DeskBlock mustFind(Desk desk, String block) {
        return desk.find(block).orElseThrow(() -> new Refusal.NotFound(Message.of("adaptation.no-such-text")));
    }

    private static DeskText mustFind(Desk desk, String block, String field) {
        return desk.find(block, field)
                .filter(text -> !text.field().isEmpty() && !text.isRightAnswers())
                .orElseThrow(() -> new Refusal.NotFound(Message.of("adaptation.no-such-text")));
    }

    /** Of what is not asked about: it is said, or it is not. */
    private static void mustBeOpen(Desk desk, Adaptation adaptation, Instant now, String place) {
        binding(desk, adaptation, now).ifPresent(lock -> {
            throw locked(lock, place);
        });
    }

    private static Optional<LockRule> binding(Desk desk, Adaptation adaptation, Instant now) {
        Locks locks = desk.ground().rules().locks();
        return locks.locked(Level.TENANT, adaptation.change(), now)
                .or(() -> locks.binding(Level.TENANT, adaptation, now));
    }

    private static Refusal locked(LockRule lock, String place) {
        return new Refusal.Invalid(
                place,
                Message.of(
                                lock.hold() == LockRule.Hold.APPROVE
                                        ? "adaptation.agreement.not-asked-about"
                                        : "adaptation.locked")
                        .with("reason", lock.reason())
                        .with("decider", lock.decider()));
    }

    /**
     * How good a text would be, by the policy that holds here. Writes nothing.
     *
     * @param words in at least one language
     */
    @Transactional
    public LocalQuality.Judged judge(
            TenantProfile tenant, String course, String block, String field, Map<Locale, String> words) {
        Desk desk = desks.of(tenant, course, now());
        return judge(tenant, desk, mustFind(desk, block).block().with(field, words(words)), field);
    }

    private LocalQuality.Judged judge(TenantProfile tenant, Desk desk, Block block, String field) {
        return quality.judge(
                tenant, desk.ground().version(), desk.ground().rules().claims(), block, field);
    }

    /** All that keeps it from being read is said at once, with what mends it. */
    private void mustBeGood(TenantProfile tenant, Desk desk, Block block, Collection<String> fields) {
        List<Refusal.Detail> objections = fields.stream()
                .flatMap(field -> judge(tenant, desk, block, field).blocking().stream())
                .map(finding -> new Refusal.Detail(finding.place().words(), finding.said(), finding.remedy()))
                .toList();
        if (!objections.isEmpty()) {
            throw new Refusal.Invalid(
                    Message.of("adaptation.falls-short").with("count", objections.size()), objections);
        }
    }

    private static Field amount(String field, String said) {
        if (!(field.equals("value") ? Amount.isValue(said) : Amount.isTolerance(said))) {
            throw new Refusal.Invalid("words", Message.of("adaptation.not-a-number"));
        }
        return Field.neutral(said);
    }

    private static Field words(Map<Locale, String> words) {
        var said = new TreeMap<String, String>();
        words.forEach((language, text) -> {
            if (!text.isBlank()) {
                said.put(language.toLanguageTag(), text.strip());
            }
        });
        if (said.isEmpty()) {
            throw new Refusal.Invalid("words", Message.of("adaptation.nothing-said"));
        }
        if (said.values().stream().anyMatch(text -> text.length() > LONGEST_TEXT)) {
            throw new Refusal.Invalid("words", Message.of("adaptation.too-long").with("most", LONGEST_TEXT));
        }
        return Field.words(said);
    }

    private static List<Adaptation> putting(Overlay own, Adaptation fresh) {
        var all = new ArrayList<Adaptation>(without(own, fresh.change().subject()));
        all.add(fresh);
        return all;
    }

    private static List<Adaptation> without(Overlay own, String subject) {
        return own.adaptations().stream()
                .filter(adaptation -> !adaptation.change().subject().equals(subject))
                .toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

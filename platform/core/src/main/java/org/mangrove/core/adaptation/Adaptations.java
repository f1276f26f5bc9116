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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.Courses;
import org.mangrove.core.content.EffectiveCourse;
import org.mangrove.core.content.Ending;
import org.mangrove.core.content.Endings;
import org.mangrove.core.content.InTheMiddle;
import org.mangrove.core.content.LocalChoices;
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
import org.mangrove.core.lineage.Overlay;
import org.mangrove.core.lineage.Sync;
import org.mangrove.core.lineage.SyncProposal;
import org.mangrove.core.lineage.Text;
import org.mangrove.core.localization.Languages;
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
    Endings endings;

    @Inject
    LocalChoices choices;

    @Inject
    Instance<InTheMiddle> learners;

    @Inject
    Event<Said> said;

    @Inject
    Clock clock;

    /**
     * A course to work on.
     *
     * @param title for the reader
     * @param due until when somebody should have decided about its texts
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
        Behind behind = desks.behind(tenant, desk, now);
        Endings.Known known = endings.of(tenant);
        ZoneId zone = tenant.tenant().timeZone();
        return new Work(
                desk,
                title(desk, languages.chain(tenant, locale)),
                behind,
                deadlines.of(behind),
                known.find(course),
                known.kept(course),
                Leaving.of(
                        known.find(course),
                        known.kept(course),
                        LocalDate.ofInstant(now, zone),
                        deadlines.ofRetirement(zone)),
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
     * @param words in at least one language
     * @throws Refusal.NotFound if there is no such text
     * @throws Refusal.Invalid if a lock forbids it, or if it says nothing else than what comes from above
     * @throws Refusal.Conflict if somebody else has written since
     */
    @Transactional
    public void say(Writing by, String block, String field, Map<Locale, String> words, Terms terms) {
        Instant now = now();
        Desk desk = desk(by, now);
        DeskText text = mustFind(desk, block, field);
        Field value = words(words);
        if (desk.find(block).filter(DeskBlock::isOurs).isPresent()) {
            write(by, desk, LocalAct.CHANGED, block + "/" + field, terms.reason(), inOurs(desk, block, field, value));
            return;
        }
        if (text.ours().isEmpty() && text.above().filter(value::equals).isPresent()) {
            throw new Refusal.Invalid("words", Message.of("adaptation.same"));
        }
        Adaptation fresh = terms.adaptation(new Change.Set(block, field, value)).basedOn(text.above());
        mustBeOpen(desk, fresh, now, "words");
        write(
                by,
                desk,
                text.item().isPresent() ? LocalAct.EDITED : LocalAct.CHANGED,
                text.subject(),
                terms.reason(),
                putting(desk.own(), fresh));
    }

    /** What the market has inserted changes where it was inserted. */
    private static List<Adaptation> inOurs(Desk desk, String block, String field, Field value) {
        return desk.own().adaptations().stream()
                .map(adaptation -> adaptation.change()
                                        instanceof Change.InsertAfter(String anchor, List<String> trail, Block inserted)
                                && inserted.id().equals(block)
                        ? adaptation.with(new Change.InsertAfter(anchor, trail, inserted.with(field, value)))
                        : adaptation)
                .toList();
    }

    /**
     * Stays with what the market says, having looked at what comes from above now.
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
        write(by, desk, LocalAct.KEPT, subject, why, outcome.overlay().adaptations());
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
    public void leaveOut(Writing by, String block, Terms terms) {
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
            write(by, desk, LocalAct.TAKEN_BACK, subject, terms.reason(), without(desk.own(), subject));
            return;
        }
        Adaptation fresh = terms.adaptation(new Change.Hide(block));
        mustBeOpen(desk, fresh, now, "block");
        write(by, desk, LocalAct.CHANGED, fresh.change().subject(), terms.reason(), putting(desk.own(), fresh));
    }

    /** Adds a text of the market's own. @return the id of the new block */
    @Transactional
    public String insert(Writing by, String after, Map<Locale, String> heading, Map<Locale, String> body, Terms terms) {
        Instant now = now();
        Desk desk = desk(by, now);
        mustFind(desk, after);
        var fields = new TreeMap<String, Field>();
        if (heading.values().stream().anyMatch(text -> !text.isBlank())) {
            fields.put("heading", words(heading));
        }
        fields.put("body", words(body));
        String id =
                by.tenant().tenant().slug() + "-" + UUID.randomUUID().toString().substring(0, 8);
        List<String> order =
                desk.blocks().stream().map(each -> each.block().id()).toList();
        Adaptation fresh = terms.adaptation(new Change.InsertAfter(
                after, order.subList(0, order.indexOf(after)).reversed(), new Block(id, BlockKind.TEXT, fields)));
        mustBeOpen(desk, fresh, now, "block");
        write(by, desk, LocalAct.CHANGED, fresh.change().subject(), terms.reason(), putting(desk.own(), fresh));
        return id;
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
                .filter(text -> !text.field().isEmpty())
                .orElseThrow(() -> new Refusal.NotFound(Message.of("adaptation.no-such-text")));
    }

    private static void mustBeOpen(Desk desk, Adaptation adaptation, Instant now, String place) {
        desk.ground().rules().locks().binding(Level.TENANT, adaptation, now).ifPresent(lock -> {
            throw new Refusal.Invalid(
                    place,
                    Message.of("adaptation.locked")
                            .with("reason", lock.reason())
                            .with("decider", lock.decider()));
        });
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

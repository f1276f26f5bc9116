package org.mangrove.core.authoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.mangrove.core.authoring.store.CourseDraftRow;
import org.mangrove.core.authoring.store.CourseDraftStore;
import org.mangrove.core.authoring.store.DraftBlockRow;
import org.mangrove.core.authoring.store.DraftBlockStore;
import org.mangrove.core.authoring.store.DraftFileRow;
import org.mangrove.core.authoring.store.DraftFileStore;
import org.mangrove.core.authoring.store.DraftStepRow;
import org.mangrove.core.authoring.store.DraftStepStore;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.blobs.MediaType;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.Candidate;
import org.mangrove.core.content.Expansion;
import org.mangrove.core.content.Masters;
import org.mangrove.core.content.Reuse;
import org.mangrove.core.content.Reuses;
import org.mangrove.core.content.ShownSource;
import org.mangrove.core.content.WrittenFacts;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.sdk.Message;

/**
 * Courses in the making, on which all authors of an enterprise's core work. Each act is a step that can be gone back to. Of two who
 * write at once the second is never overwritten and never overwrites: what both have written is put together, or both are shown.
 */
@ApplicationScoped
public class CourseDrafts {

    /** So long does who writes on in the same block make no new step. */
    private static final Duration SITTING = Duration.ofMinutes(10);

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int MOST_STEPS = 10_000;
    private static final int SWEPT_AT_ONCE = 20;
    private static final int LONGEST_TITLE = 300;

    @Inject
    CourseDraftStore drafts;

    @Inject
    DraftStepStore steps;

    @Inject
    DraftBlockStore blocks;

    @Inject
    DraftFileStore files;

    @Inject
    Masters masters;

    @Inject
    Reuses reuses;

    @Inject
    Clock clock;

    /**
     * A draft at a glance.
     *
     * @param course of which it becomes a version; empty if it becomes a course of its own
     */
    public record Summary(
            UUID id, String title, String course, UUID changedBy, Instant changedAt, Optional<Instant> endsAt) {}

    /**
     * What became of what somebody wrote into a block.
     *
     * @param there the block as it is in the draft now
     * @param isSaved whether that is what {@code merge} says; else something is in dispute and nothing was changed
     * @param other who has written last, if they have changed something meanwhile
     */
    public record Writing(BlockMerge merge, Block there, boolean isSaved, Optional<UUID> other) {}

    /** The latest first. */
    @Transactional
    public List<Summary> in(EnterpriseId enterprise, DraftState state, int from, int most) {
        sweep(enterprise);
        return drafts.in(enterprise, state, from, most).stream()
                .map(row ->
                        new Summary(row.id(), row.title(), row.course(), row.changedBy(), row.changedAt(), endOf(row)))
                .toList();
    }

    @Transactional
    public long count(EnterpriseId enterprise, DraftState state) {
        return drafts.count(enterprise, state);
    }

    /** The draft of a course on which people work, if there is one. */
    @Transactional
    public Optional<UUID> findOpen(EnterpriseId enterprise, String course) {
        return drafts.findOpen(enterprise, course).map(CourseDraftRow::id);
    }

    /** A course of its own, which says nothing yet but what it is called. */
    @Transactional
    public UUID begin(EnterpriseId enterprise, UUID actor, String title, Locale language) {
        String name = title.strip();
        if (name.isEmpty() || name.length() > LONGEST_TITLE) {
            throw new Refusal.Invalid(
                    "title", Message.of("authoring.begin.title-missing").with("limit", LONGEST_TITLE));
        }
        Block course = new Block(
                Block.COURSE_ID,
                BlockKind.COURSE,
                new TreeMap<>(Map.of("title", Field.words(Map.of(language.toLanguageTag(), name)))));
        Block section = new Block(Block.SECTION_PREFIX + "part-1", BlockKind.SECTION, new TreeMap<>());
        return begin(
                enterprise,
                actor,
                "",
                0,
                new DraftContent(new TreeMap<>(), List.of(language), List.of(course, section), List.of()));
    }

    /**
     * The next version of a course. Who comes second gets the draft that is there: two drafts of one course would have to be joined.
     *
     * @throws Refusal.NotFound if the enterprise has no such course
     */
    @Transactional
    public UUID revise(EnterpriseId enterprise, UUID actor, String course) {
        Optional<UUID> open = findOpen(enterprise, course);
        if (open.isPresent()) {
            return open.get();
        }
        AssetVersion current = masters.findCurrent(enterprise, course)
                .orElseThrow(() -> new Refusal.NotFound(Message.of("content.course.not-found")));
        return begin(
                enterprise,
                actor,
                course,
                current.no(),
                new DraftContent(
                        new TreeMap<>(WrittenFacts.saying(current.facts())),
                        current.facts().languages(),
                        current.blocks(),
                        current.facts().credits()));
    }

    /**
     * A draft of what came from elsewhere, such as a document.
     *
     * @param course of which it becomes a version, as that is now; empty if it becomes a course of its own
     * @throws Refusal.Conflict if people work on another draft of the same course
     */
    @Transactional
    public UUID bring(
            EnterpriseId enterprise,
            UUID actor,
            Optional<AssetVersion> course,
            DraftContent content,
            List<Brought> brought) {
        String key = course.map(AssetVersion::key).orElse("");
        if (!key.isEmpty() && findOpen(enterprise, key).isPresent()) {
            throw new Refusal.Conflict(Message.of("authoring.draft.worked-on"));
        }
        UUID id = begin(enterprise, actor, key, course.map(AssetVersion::no).orElse(0), content);
        brought.forEach(file ->
                files.add(new DraftFileRow(enterprise, id, Digest.of(file.bytes()), file.type(), file.bytes())));
        return id;
    }

    /** A file that comes along with a draft. */
    public record Brought(MediaType type, byte[] bytes) {}

    private UUID begin(EnterpriseId enterprise, UUID actor, String course, int basis, DraftContent content) {
        var row = new CourseDraftRow(enterprise, course, basis, nameOf(content), actor, now());
        drafts.add(row);
        step(row, content, Act.BEGUN, "", actor, 0, 0);
        return row.id();
    }

    /** @throws Refusal.NotFound if the enterprise has no draft of this id, or not any more */
    @Transactional
    public CourseDraft must(EnterpriseId enterprise, UUID id) {
        return draft(drafts.find(enterprise, id).orElseThrow(CourseDrafts::notFound));
    }

    /** What was done, the latest first. */
    @Transactional
    public List<CourseDraft.Step> history(EnterpriseId enterprise, UUID id, int from, int most) {
        mustExist(enterprise, id);
        return steps.of(enterprise, id, from, most).stream()
                .map(CourseDrafts::step)
                .toList();
    }

    /** How the draft stood after a step. */
    @Transactional
    public DraftContent after(EnterpriseId enterprise, UUID id, int number) {
        mustExist(enterprise, id);
        return content(enterprise, id, mustFind(enterprise, id, number));
    }

    /**
     * Writes into a block what somebody made of what they saw.
     *
     * @param seen the digest of the block as it was when they began, as {@link #digestOf} tells it
     * @param change from what they saw to what they want
     * @throws Refusal.Conflict if the block is gone
     */
    @Transactional
    public Writing write(
            EnterpriseId enterprise, UUID actor, UUID id, String block, String seen, UnaryOperator<Block> change) {
        CourseDraftRow row = hold(enterprise, id);
        DraftContent content = content(row);
        Block there = content.must(block);
        Reuses.mustBeOwn(there);
        Block before = asSeen(row, there, seen);
        BlockMerge merge = BlockMerge.of(before, change.apply(before), there);
        Optional<UUID> other = Optional.of(row.changedBy()).filter(last -> merge.hasTheirs() && !last.equals(actor));
        if (!merge.disputes().isEmpty()) {
            return new Writing(merge, there, false, other);
        }
        if (!merge.block().equals(there)) {
            step(row, content.with(merge.block()), Act.WRITTEN, block, actor);
        }
        return new Writing(merge, merge.block(), true, other);
    }

    /** By which {@link #write} knows what somebody saw. */
    public static String digestOf(Block block) {
        return DraftJson.digestOf(block).hex();
    }

    private Block asSeen(CourseDraftRow row, Block there, String seen) {
        if (digestOf(there).equals(seen)) {
            return there;
        }
        return blocks.of(row.enterprise(), row.id(), List.of(seen)).stream()
                .map(known -> DraftJson.readBlock(known.content()))
                .filter(known -> known.id().equals(there.id()) && known.kind() == there.kind())
                .findFirst()
                .orElseThrow(() -> new Refusal.Conflict(Message.of("authoring.block.seen-unknown")));
    }

    /** @return the id of the new block */
    @Transactional
    public String insert(EnterpriseId enterprise, UUID actor, UUID id, BlockKind kind, String after) {
        CourseDraftRow row = hold(enterprise, id);
        DraftContent content = content(row);
        String fresh = content.freshId(kind, masters.blockIds(enterprise, row.course()));
        step(row, content.inserting(NewBlock.of(fresh, kind), after), Act.INSERTED, fresh, actor);
        return fresh;
    }

    /**
     * Shows what a block of a published course says.
     *
     * @return the id of the block that shows it
     * @throws Refusal.NotFound if nothing of that name is published
     * @throws Refusal.Conflict if it would show itself, or not be there in the draft's first language
     */
    @Transactional
    public String show(EnterpriseId enterprise, UUID actor, UUID id, Reuse.Way way, Reuse what, String after) {
        CourseDraftRow row = hold(enterprise, id);
        DraftContent content = content(row);
        content.must(after);
        Block said = reuses.find(enterprise, Reuse.following(what.course(), what.block()))
                .filter(ShownSource::isThere)
                .map(ShownSource::block)
                .orElseThrow(() -> new Refusal.NotFound(Message.of("authoring.reuse.no-such-block")));
        String fresh = content.freshId(said.kind(), masters.blockIds(enterprise, row.course()));
        Block bare = Reuse.of(what.course(), said, way).on(new Block(fresh, said.kind(), new TreeMap<>()));
        DraftContent inserted = content.inserting(bare, after);
        step(row, inserted.with(mustShow(row, inserted, bare)), Act.INSERTED, fresh, actor);
        return fresh;
    }

    /** A reused block from now on shows what is published now for good, or whatever will be. */
    @Transactional
    public void showAs(EnterpriseId enterprise, UUID actor, UUID id, String block, Reuse.Way way) {
        CourseDraftRow row = hold(enterprise, id);
        DraftContent content = content(row);
        Block there = content.must(block);
        Reuse reuse = mustReuse(there);
        Block said = reuses.find(enterprise, Reuse.following(reuse.course(), reuse.block()))
                .map(ShownSource::block)
                .orElseThrow(() -> new Refusal.NotFound(Message.of("authoring.reuse.no-such-block")));
        Block shown = mustShow(row, content, Reuse.of(reuse.course(), said, way).on(there));
        if (!shown.equals(there)) {
            step(row, content.with(shown), Act.REUSED, block, actor);
        }
    }

    /** What a reused block shows is the course's own from now on, with by what right it shows its files. */
    @Transactional
    public void makeOwn(EnterpriseId enterprise, UUID actor, UUID id, String block) {
        CourseDraftRow row = hold(enterprise, id);
        DraftContent content = content(row);
        mustReuse(content.must(block));
        Expansion expansion = expanded(row, content);
        Block own = expansion.blocks().stream()
                .filter(each -> each.id().equals(block))
                .map(Reuse::without)
                .findFirst()
                .orElseThrow();
        var credits = new ArrayList<>(content.credits());
        Candidate.filesOf(List.of(own)).stream()
                .filter(digest ->
                        credits.stream().noneMatch(credit -> credit.digest().equals(digest)))
                .map(expansion.credits()::get)
                .filter(Objects::nonNull)
                .forEach(credits::add);
        step(row, content.with(own).crediting(credits), Act.REUSED, block, actor);
    }

    private static Reuse mustReuse(Block block) {
        return Reuse.of(block).orElseThrow(() -> new Refusal.Conflict(Message.of("authoring.reuse.is-own")));
    }

    private Block mustShow(CourseDraftRow row, DraftContent content, Block block) {
        Expansion expansion = expanded(row, content.with(block));
        expansion.flaws().stream()
                .filter(flaw -> flaw.block().equals(block.id()))
                .findFirst()
                .ifPresent(flaw -> {
                    throw new Refusal.Conflict(flaw.reason());
                });
        return expansion.blocks().stream()
                .filter(each -> each.id().equals(block.id()))
                .findFirst()
                .orElseThrow();
    }

    private Expansion expanded(CourseDraftRow row, DraftContent content) {
        String key = row.course().isEmpty() ? content.facts().getOrDefault("key", "") : row.course();
        return reuses.expanded(row.enterprise(), key, content.languages(), content.blocks());
    }

    @Transactional
    public void remove(EnterpriseId enterprise, UUID actor, UUID id, String block) {
        change(enterprise, actor, id, Act.REMOVED, block, content -> content.without(block));
    }

    @Transactional
    public void move(EnterpriseId enterprise, UUID actor, UUID id, String block, boolean isUp) {
        change(enterprise, actor, id, Act.MOVED, block, content -> content.moving(block, isUp));
    }

    /**
     * What is said of the course as a whole.
     *
     * @param before what the writer has found there
     * @throws Refusal.Conflict if somebody else has meanwhile written something else into one of the fields
     */
    @Transactional
    public void describe(
            EnterpriseId enterprise, UUID actor, UUID id, Map<String, String> before, Map<String, String> written) {
        change(enterprise, actor, id, Act.DESCRIBED, "", content -> {
            var changed = new TreeMap<String, String>();
            written.forEach((name, text) -> {
                String there = content.facts().getOrDefault(name, "");
                String found = before.getOrDefault(name, "");
                if (text.equals(found) || text.equals(there)) {
                    return;
                }
                if (!there.equals(found)) {
                    throw new Refusal.Conflict(
                            Message.of("authoring.facts.both").with("there", there));
                }
                changed.put(name, text);
            });
            return content.saying(changed);
        });
    }

    /** @param isSpoken whether the course shall be there in it; what was written in a language that goes stays in the draft */
    @Transactional
    public void speak(EnterpriseId enterprise, UUID actor, UUID id, Locale language, boolean isSpoken) {
        change(enterprise, actor, id, Act.LANGUAGES, "", content -> {
            var others = content.languages().stream()
                    .filter(one -> !one.equals(language))
                    .collect(Collectors.toList());
            if (isSpoken && others.size() == content.languages().size()) {
                if (others.size() >= DraftContent.MOST_LANGUAGES) {
                    throw new Refusal.Conflict(
                            Message.of("authoring.languages.too-many").with("limit", DraftContent.MOST_LANGUAGES));
                }
                others.add(language);
                return content.in(others);
            }
            if (!isSpoken && others.isEmpty()) {
                throw new Refusal.Conflict(Message.of("authoring.languages.last"));
            }
            return isSpoken ? content : content.in(others);
        });
    }

    /**
     * Takes back what was done last, whoever did it.
     *
     * @param seen the step that was the last when they decided; if another has come meanwhile, it is not taken back unseen
     */
    @Transactional
    public void undo(EnterpriseId enterprise, UUID actor, UUID id, int seen) {
        CourseDraftRow row = holdAsSeen(enterprise, id, seen);
        DraftStepRow last = mustFind(enterprise, id, row.step());
        if (last.undoTo() == 0) {
            throw new Refusal.Conflict(Message.of("authoring.step.nothing-to-undo"));
        }
        DraftStepRow target = mustFind(enterprise, id, last.undoTo());
        step(row, content(enterprise, id, target), Act.UNDONE, last.subject(), actor, target.undoTo(), last.number());
    }

    /** Does again what was taken back last. */
    @Transactional
    public void redo(EnterpriseId enterprise, UUID actor, UUID id, int seen) {
        CourseDraftRow row = holdAsSeen(enterprise, id, seen);
        int redoTo = mustFind(enterprise, id, row.step()).redoTo();
        if (redoTo == 0) {
            throw new Refusal.Conflict(Message.of("authoring.step.nothing-to-redo"));
        }
        DraftStepRow target = mustFind(enterprise, id, redoTo);
        step(
                row,
                content(enterprise, id, target),
                Act.REDONE,
                target.subject(),
                actor,
                target.undoTo(),
                target.redoTo());
    }

    /** As the draft stood after a step. What was done since stays in the history. */
    @Transactional
    public void returnTo(EnterpriseId enterprise, UUID actor, UUID id, int number) {
        CourseDraftRow row = hold(enterprise, id);
        step(row, content(enterprise, id, mustFind(enterprise, id, number)), Act.RETURNED, "", actor);
    }

    /** Nothing of it is gone for {@link #KEPT}. */
    @Transactional
    public void discard(EnterpriseId enterprise, UUID id) {
        hold(enterprise, id).end(DraftState.DISCARDED, now());
    }

    /** @throws Refusal.Conflict if people work on another draft of the same course by now */
    @Transactional
    public void bringBack(EnterpriseId enterprise, UUID id) {
        CourseDraftRow row = drafts.hold(enterprise, id).orElseThrow(CourseDrafts::notFound);
        if (row.state() != DraftState.DISCARDED) {
            throw new Refusal.Conflict(Message.of("authoring.draft.ended"));
        }
        if (!row.course().isEmpty() && drafts.findOpen(enterprise, row.course()).isPresent()) {
            throw new Refusal.Conflict(Message.of("authoring.draft.another"));
        }
        row.reopen();
    }

    void change(
            EnterpriseId enterprise, UUID actor, UUID id, Act act, String subject, UnaryOperator<DraftContent> change) {
        CourseDraftRow row = hold(enterprise, id);
        DraftContent before = content(row);
        DraftContent after = change.apply(before);
        if (!after.equals(before)) {
            step(row, after, act, subject, actor);
        }
    }

    CourseDraftRow hold(EnterpriseId enterprise, UUID id) {
        CourseDraftRow row = drafts.hold(enterprise, id).orElseThrow(CourseDrafts::notFound);
        if (row.state() != DraftState.OPEN) {
            throw new Refusal.Conflict(Message.of("authoring.draft.ended"));
        }
        return row;
    }

    List<CourseDraftRow> putForward(EnterpriseId enterprise, String digest) {
        return drafts.holdPutForward(enterprise, digest);
    }

    private CourseDraftRow holdAsSeen(EnterpriseId enterprise, UUID id, int seen) {
        CourseDraftRow row = hold(enterprise, id);
        if (row.step() != seen) {
            throw new Refusal.Conflict(Message.of("authoring.step.meanwhile"));
        }
        return row;
    }

    void step(CourseDraftRow row, DraftContent content, Act act, String subject, UUID actor) {
        Instant now = now();
        DraftStepRow last = mustFind(row.enterprise(), row.id(), row.step());
        boolean goesOn = act == Act.WRITTEN
                && last.act() == Act.WRITTEN
                && last.subject().equals(subject)
                && last.actor().equals(actor)
                && last.doneAt().plus(SITTING).isAfter(now);
        if (goesOn) {
            keepBlocks(row, content);
            last.goOn(now, DraftJson.writeOutline(content));
            row.step(last.number(), nameOf(content), actor, now);
        } else {
            step(row, content, act, subject, actor, last.number(), 0);
        }
    }

    private void step(
            CourseDraftRow row, DraftContent content, Act act, String subject, UUID actor, int undoTo, int redoTo) {
        int number = row.step() + 1;
        if (number > MOST_STEPS) {
            throw new Refusal.Conflict(Message.of("authoring.step.too-many").with("limit", MOST_STEPS));
        }
        Instant now = now();
        keepBlocks(row, content);
        steps.add(new DraftStepRow(
                row, number, act, subject, actor, now, undoTo, redoTo, DraftJson.writeOutline(content)));
        row.step(number, nameOf(content), actor, now);
    }

    private void keepBlocks(CourseDraftRow row, DraftContent content) {
        var byDigest = new TreeMap<String, Block>();
        content.blocks().forEach(block -> byDigest.put(digestOf(block), block));
        blocks.known(row.enterprise(), row.id(), byDigest.keySet()).forEach(byDigest::remove);
        byDigest.values()
                .forEach(block -> blocks.add(new DraftBlockRow(
                        row.enterprise(), row.id(), DraftJson.digestOf(block), DraftJson.write(block))));
    }

    CourseDraft draft(CourseDraftRow row) {
        DraftStepRow last = mustFind(row.enterprise(), row.id(), row.step());
        DraftContent content = content(row.enterprise(), row.id(), last);
        return new CourseDraft(
                row.id(),
                row.course(),
                row.basis(),
                row.state(),
                step(last),
                endOf(row),
                row.state() == DraftState.OPEN ? fresh(row, content) : content);
    }

    /** What it shows of others is read anew each time: that is not a step of anybody's here. */
    private DraftContent fresh(CourseDraftRow row, DraftContent content) {
        return content.with(expanded(row, content).blocks());
    }

    DraftContent content(CourseDraftRow row) {
        return content(row.enterprise(), row.id(), mustFind(row.enterprise(), row.id(), row.step()));
    }

    private DraftContent content(EnterpriseId enterprise, UUID id, DraftStepRow step) {
        Map<String, Block> known = blocks.of(enterprise, id, DraftJson.digestsIn(step.outline())).stream()
                .collect(Collectors.toMap(DraftBlockRow::digest, row -> DraftJson.readBlock(row.content())));
        return DraftJson.read(step.outline(), known);
    }

    void mustExist(EnterpriseId enterprise, UUID id) {
        if (drafts.find(enterprise, id).isEmpty()) {
            throw notFound();
        }
    }

    private DraftStepRow mustFind(EnterpriseId enterprise, UUID id, int number) {
        return steps.find(enterprise, id, number)
                .orElseThrow(() -> new Refusal.NotFound(Message.of("authoring.step.not-found")));
    }

    private static CourseDraft.Step step(DraftStepRow row) {
        return new CourseDraft.Step(
                row.number(), row.act(), row.subject(), row.actor(), row.doneAt(), row.undoTo(), row.redoTo());
    }

    private static String nameOf(DraftContent content) {
        String title = content.title();
        return title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title;
    }

    private void sweep(EnterpriseId enterprise) {
        drafts.ended(enterprise, now().minus(KEPT), SWEPT_AT_ONCE).forEach(id -> {
            files.deleteOf(enterprise, id);
            steps.deleteOf(enterprise, id);
            blocks.deleteOf(enterprise, id);
            drafts.delete(enterprise, id);
        });
    }

    private static Optional<Instant> endOf(CourseDraftRow row) {
        return row.endedAt().map(ended -> ended.plus(KEPT));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    public static Refusal.NotFound notFound() {
        return new Refusal.NotFound(Message.of("authoring.draft.not-found"));
    }
}

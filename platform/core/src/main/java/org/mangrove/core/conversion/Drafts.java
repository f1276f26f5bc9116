package org.mangrove.core.conversion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.mangrove.core.approval.Submissions;
import org.mangrove.core.authoring.CourseDrafts;
import org.mangrove.core.authoring.DraftContent;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.CourseFacts;
import org.mangrove.core.content.CourseFiles;
import org.mangrove.core.content.CoursePackage;
import org.mangrove.core.content.Masters;
import org.mangrove.core.content.MediaCredit;
import org.mangrove.core.content.PackageWriter;
import org.mangrove.core.content.Publishing;
import org.mangrove.core.content.WrittenFacts;
import org.mangrove.core.conversion.store.DraftRow;
import org.mangrove.core.conversion.store.DraftStore;
import org.mangrove.core.conversion.store.PictureRow;
import org.mangrove.core.conversion.store.PictureStore;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.Text;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.sdk.Message;

/**
 * What authors' documents became: kept for two weeks for the author alone, completed, taken away as a package, published. What was thrown
 * away comes back until its end; then nothing of it is left.
 */
@ApplicationScoped
public class Drafts {

    private static final Duration KEPT = Duration.ofDays(14);
    private static final int MOST = 10;
    private static final int SWEPT_AT_ONCE = 20;
    private static final int WORDS_A_MINUTE = 180;

    @Inject
    DraftStore drafts;

    @Inject
    PictureStore pictures;

    @Inject
    Masters masters;

    @Inject
    Publishing publishing;

    @Inject
    Submissions submissions;

    @Inject
    CourseDrafts editor;

    @Inject
    Clock clock;

    /**
     * What becomes of a course that is there already.
     *
     * @param version the number of the version that holds now
     * @param kept how many blocks keep their ids
     * @param gone ids of blocks that the document has nothing for
     * @param languages in which the course would not be any more
     */
    public record Existing(int version, long kept, List<String> gone, List<Locale> languages) {

        public Existing {
            gone = List.copyOf(gone);
            languages = List.copyOf(languages);
        }
    }

    /** @throws Refusal.Conflict if the author has too many */
    @Transactional
    public UUID begin(EnterpriseId enterprise, UUID author, String fileName, Converted converted) {
        Instant now = now();
        sweep(enterprise, now);
        List<DraftMark> there = drafts.marksOf(enterprise, author, now);
        if (there.stream().filter(mark -> !mark.isDiscarded()).count() >= MOST) {
            throw new Refusal.Conflict(Message.of("conversion.draft.too-many").with("limit", MOST));
        }
        there.stream().filter(DraftMark::isDiscarded).skip(MOST).forEach(mark -> remove(enterprise, mark.id()));
        var draft = new DraftRow(
                enterprise,
                author,
                Written.beginning(Written.clean(fileName), 200),
                ConvertedJson.write(converted),
                ConvertedJson.writeAnswers(firstAnswers(enterprise, converted)),
                now,
                now.plus(KEPT));
        drafts.add(draft);
        converted
                .pictures()
                .values()
                .forEach(picture -> pictures.add(
                        new PictureRow(enterprise, draft.id(), picture.digest(), picture.type(), picture.bytes())));
        return draft.id();
    }

    /** The author's, the latest first. */
    @Transactional
    public List<DraftMark> all(EnterpriseId enterprise, UUID author) {
        sweep(enterprise, now());
        return drafts.marksOf(enterprise, author, now());
    }

    /** @throws Refusal.NotFound if the author has none of this id, or it has come to its end */
    @Transactional
    public Draft must(EnterpriseId enterprise, UUID author, UUID id) {
        return draft(row(enterprise, author, id));
    }

    /** Keeps what the author says, whether it makes sense or not: it is told what does not. */
    @Transactional
    public void answer(EnterpriseId enterprise, UUID author, UUID id, Map<String, String> answers) {
        DraftRow row = row(enterprise, author, id);
        row.answer(ConvertedJson.writeAnswers(draft(row).with(answers)));
    }

    @Transactional
    public void discard(EnterpriseId enterprise, UUID author, UUID id) {
        row(enterprise, author, id).discard(now());
    }

    @Transactional
    public void restore(EnterpriseId enterprise, UUID author, UUID id) {
        row(enterprise, author, id).restore();
    }

    @Transactional
    public Picture mustShow(EnterpriseId enterprise, UUID author, UUID id, Digest digest) {
        row(enterprise, author, id);
        return pictures.find(enterprise, id, digest)
                .map(row -> new Picture(row.digest(), row.type(), row.bytes()))
                .orElseThrow(Drafts::notFound);
    }

    public DraftFacts facts(Draft draft) {
        return DraftFacts.of(draft, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /** What the draft would become a version of, if there is such a course. */
    @Transactional
    public Optional<Existing> existing(EnterpriseId enterprise, Draft draft) {
        return masters.findCurrent(enterprise, draft.answer("key")).map(course -> {
            Locale language = draft.converted().language();
            Continuity continuity = Continuity.of(course.blocks(), whole(draft), language);
            return new Existing(
                    course.no(),
                    course.blocks().size() - (long) continuity.gone().size(),
                    continuity.gone(),
                    course.facts().languages().stream()
                            .filter(one -> !one.equals(language))
                            .toList());
        });
    }

    /**
     * The draft as files of a course.
     *
     * @throws Refusal.Invalid if something is missing
     */
    @Transactional
    public byte[] zip(EnterpriseId enterprise, UUID author, UUID id) {
        Draft draft = must(enterprise, author, id);
        CourseFacts facts =
                facts(draft).facts().orElseThrow(() -> new Refusal.Invalid(Message.of("conversion.draft.not-whole")));
        List<Block> blocks = masters.findCurrent(enterprise, facts.key())
                .map(AssetVersion::blocks)
                .map(course -> Continuity.of(
                                course, whole(draft), draft.converted().language())
                        .blocks())
                .orElseGet(() -> whole(draft));
        var shown = new TreeMap<Digest, Picture>();
        pictures.of(enterprise, id)
                .forEach(row -> shown.put(row.digest(), new Picture(row.digest(), row.type(), row.bytes())));
        var bytes = new TreeMap<Digest, byte[]>();
        shown.forEach((digest, picture) -> bytes.put(digest, picture.bytes()));
        return new PackageWriter(
                        facts.crediting(credits(draft, shown)),
                        ChangeClass.MAJOR,
                        blocks,
                        digest -> mustHave(shown, digest).type())
                .zip(bytes);
    }

    /**
     * Hands it over to the editor, as a draft on which all authors work; what is missing can be said there. Of a course that is there
     * already it keeps what the document does not know: other languages of blocks that stay are said there again.
     *
     * @return the draft in the editor
     * @throws Refusal.Conflict if people work on a draft of the same course already
     */
    @Transactional
    public UUID edit(EnterpriseId enterprise, UUID author, UUID id) {
        Draft draft = must(enterprise, author, id);
        Optional<AssetVersion> course = masters.findCurrent(enterprise, draft.answer("key"));
        Locale language = draft.converted().language();
        List<Block> blocks = course.map(there ->
                        Continuity.of(there.blocks(), whole(draft), language).blocks())
                .orElseGet(() -> whole(draft));
        var shown = new TreeMap<Digest, Picture>();
        pictures.of(enterprise, id)
                .forEach(row -> shown.put(row.digest(), new Picture(row.digest(), row.type(), row.bytes())));
        var facts = new TreeMap<String, String>();
        course.ifPresent(there -> facts.putAll(WrittenFacts.saying(there.facts())));
        WrittenFacts.FIELDS.keySet().stream()
                .filter(name -> !draft.answer(name).isBlank())
                .forEach(name -> facts.put(name, draft.answer(name)));
        return editor.bring(
                enterprise,
                author,
                course,
                new DraftContent(facts, List.of(language), blocks, credits(draft, shown)),
                shown.values().stream()
                        .map(picture -> new CourseDrafts.Brought(picture.type(), picture.bytes()))
                        .toList());
    }

    /** All pictures of a document come from where it says. */
    private static List<MediaCredit> credits(Draft draft, SortedMap<Digest, Picture> shown) {
        return shown.values().stream()
                .map(picture -> new MediaCredit(
                        picture.digest().hex(),
                        PackageWriter.path(picture.digest(), picture.type()),
                        draft.answer("licence"),
                        draft.answer("source"),
                        Optional.empty()))
                .toList();
    }

    /** Publishes exactly what {@link #zip} gives, read as any other installation would read it. The draft stays until its end. */
    @Transactional
    public Publishing.Published publish(EnterpriseId enterprise, UUID author, UUID id) {
        var files = CourseFiles.fromZip(new ByteArrayInputStream(zip(enterprise, author, id)));
        return publishing.publish(enterprise, author, CoursePackage.read(files));
    }

    /** Puts exactly what {@link #zip} gives before those who have to agree to it. @return the submission */
    @Transactional
    public UUID submit(EnterpriseId enterprise, UUID author, UUID id) {
        return submissions.begin(enterprise, author, zip(enterprise, author, id));
    }

    private static Picture mustHave(Map<Digest, Picture> shown, Digest digest) {
        return Optional.ofNullable(shown.get(digest))
                .orElseThrow(() -> new IllegalStateException("The draft's picture " + digest + " is not there"));
    }

    /** The blocks with what the author has said of them. */
    private static List<Block> whole(Draft draft) {
        String language = draft.converted().language().toLanguageTag();
        return draft.converted().blocks().stream()
                .map(block -> {
                    Block said = block;
                    if (block.kind() == BlockKind.COURSE) {
                        said = with(said, "title", language, draft.answer("title"));
                        said = with(said, "summary", language, draft.answer("summary"));
                    } else if (block.kind() == BlockKind.IMAGE
                            && block.find("alt").isEmpty()) {
                        said = with(said, "alt", language, draft.answer(Draft.ALT + block.id()));
                    }
                    return said;
                })
                .toList();
    }

    private static Block with(Block block, String field, String language, String said) {
        return said.isBlank() ? block : block.with(field, Field.words(Map.of(language, said)));
    }

    private Map<String, String> firstAnswers(EnterpriseId enterprise, Converted converted) {
        var answers = new TreeMap<String, String>();
        Block course = converted.blocks().getFirst();
        String title = said(course, "title");
        String key = new BlockIds().slug(title);
        answers.put("title", title);
        answers.put("summary", said(course, "summary"));
        answers.put("key", key);
        answers.put("minutes", Integer.toString(minutes(converted)));
        masters.findCurrent(enterprise, key).map(AssetVersion::facts).ifPresent(facts -> {
            answers.put("category", facts.category());
            answers.put("objective", facts.objective());
            answers.put("owner", facts.owner());
            answers.put("steward", facts.steward());
        });
        return answers;
    }

    private static String said(Block block, String field) {
        return block.find(field).map(said -> said.in(List.of())).map(Text::text).orElse("");
    }

    /** How long it takes to read, roughly; of what is written without spaces, two characters are a word. */
    private static int minutes(Converted converted) {
        long words = converted.blocks().stream()
                .map(block -> said(block, "body"))
                .mapToLong(text -> text.split("\\s+").length
                        + text.codePoints().filter(Character::isIdeographic).count() / 2)
                .sum();
        return Math.clamp(Math.ceilDiv(words, WORDS_A_MINUTE), 1, 600);
    }

    private DraftRow row(EnterpriseId enterprise, UUID author, UUID id) {
        return drafts.find(enterprise, author, id, now()).orElseThrow(Drafts::notFound);
    }

    private static Draft draft(DraftRow row) {
        return new Draft(
                row.id(),
                row.fileName(),
                ConvertedJson.read(row.content()),
                ConvertedJson.readAnswers(row.answers()),
                row.endsAt(),
                row.discardedAt());
    }

    private void sweep(EnterpriseId enterprise, Instant now) {
        drafts.ended(enterprise, now, SWEPT_AT_ONCE).forEach(id -> remove(enterprise, id));
    }

    private void remove(EnterpriseId enterprise, UUID id) {
        pictures.deleteOf(enterprise, id);
        drafts.delete(enterprise, id);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Refusal.NotFound notFound() {
        return new Refusal.NotFound(Message.of("conversion.draft.not-found"));
    }
}

package org.mangrove.core.authoring.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.mangrove.core.authoring.BlockMerge;
import org.mangrove.core.authoring.Choices;
import org.mangrove.core.authoring.CourseDraft;
import org.mangrove.core.authoring.CourseDrafts;
import org.mangrove.core.authoring.NewBlock;
import org.mangrove.core.content.Amount;
import org.mangrove.core.content.BlockFields;
import org.mangrove.core.content.Branches;
import org.mangrove.core.content.FieldName;
import org.mangrove.core.content.FocalPoint;
import org.mangrove.core.content.Region;
import org.mangrove.core.content.TableFields;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.Text;
import org.mangrove.core.lineage.TextDifference;
import org.mangrove.core.pages.Frame;
import org.mangrove.core.pages.TypedForm;
import org.mangrove.sdk.Message;

/**
 * One block of a draft, to be written in one language.
 *
 * @param block as it stands in the form
 * @param seen by which the draft knows what the writer has seen
 * @param disputed what somebody else has written meanwhile where the writer has written, too
 * @param other who that was, if they have agreed to a name
 * @param files where files are that were never published, by digest
 */
public record BlockPage(
        CourseDraft draft,
        Block block,
        String seen,
        Locale language,
        List<Conflict> disputed,
        Optional<String> other,
        Map<String, String> files,
        TypedForm typed) {

    /**
     * @param theirs from what both began with to what the other has written
     * @param ours from there to what the writer has written
     */
    public record Conflict(Message name, Locale language, TextDifference theirs, TextDifference ours) {}

    /**
     * A text to be written.
     *
     * @param reference what it says in the course's first language, if that is another
     */
    public record Writable(
            String path, Message name, boolean isLong, boolean isNeeded, String value, Optional<Text> reference) {

        public String id() {
            return BlockForm.WORDS + path;
        }

        public int lines() {
            boolean isPage = List.of("body", "transcript", "code").contains(path);
            return isPage ? 12 : path.startsWith("parts.") && isLong ? 6 : isLong ? 4 : 1;
        }

        /** What is typed or copied as it stands begins on the left, whatever the language. */
        public boolean isCode() {
            return path.equals("code");
        }

        public int longest() {
            return isLong ? BlockForm.LONGEST : BlockForm.LONGEST_LINE;
        }
    }

    /** Something to choose from, or to be put in order. */
    public record Choice(String id, boolean isCorrect, List<Writable> texts) {}

    static BlockPage of(CourseDraft draft, Block block, Locale language, Map<String, String> files) {
        return new BlockPage(
                draft,
                block,
                CourseDrafts.digestOf(block),
                language,
                List.of(),
                Optional.empty(),
                files,
                TypedForm.NOTHING);
    }

    /** The same form again, with what could not stay as it is. */
    BlockPage typed(TypedForm form) {
        return new BlockPage(draft, block, seen, language, disputed, other, files, form);
    }

    static List<Conflict> conflicts(BlockMerge merge) {
        return merge.disputes().stream()
                .map(dispute -> new Conflict(
                        FieldName.of(dispute.field()),
                        dispute.language(),
                        TextDifference.of(dispute.base(), dispute.theirs(), dispute.language()),
                        TextDifference.of(dispute.base(), dispute.ours(), dispute.language())))
                .toList();
    }

    public String home() {
        return DraftPlaces.of(draft.id());
    }

    public String place() {
        return DraftPlaces.of(draft.id(), block.id());
    }

    /** How people find it. */
    public Text label() {
        return Outline.label(block, draft.content().languages());
    }

    /** What is said once a question is answered, or to help with it; it stands below the answers. */
    private static final Set<String> AFTERWARDS = Set.of("feedback", "low", "high", "explanation", "hint");

    /** The texts that stand by themselves, in the order of reading, but for those that come after the answers. */
    public List<Writable> texts() {
        return texts(path -> !isAfterwards(path));
    }

    public List<Writable> afterwards() {
        return texts(this::isAfterwards);
    }

    private boolean isAfterwards(String path) {
        return block.kind().isQuestion() && AFTERWARDS.contains(path);
    }

    private List<Writable> texts(Predicate<String> which) {
        return BlockFields.pathsOf(block).stream()
                .filter(path -> path.indexOf('.') < 0)
                .filter(which)
                .map(this::writable)
                .toList();
    }

    /** What things are matched to. */
    public List<Choice> targets() {
        return BlockFields.ids(block, Choices.TARGETS).stream()
                .map(id -> new Choice(id, false, List.of(writable("targets." + id))))
                .toList();
    }

    /** To which target something belongs; empty if nobody has said so yet. */
    public String pairOf(String option) {
        return typed.value(QuestionForm.PAIR + option, kept(BlockFields.PAIRS + option));
    }

    /** How a target or an option is called, in the language that is written, or else in another. */
    public String named(String path, String otherwise) {
        return block.find(path)
                .map(field ->
                        field.in(List.of(language, draft.content().language())).beginning(60))
                .orElse(otherwise);
    }

    /** What the number is, as it is written in the form. */
    public String value(Frame page) {
        return typed.value("value", shown(page, kept("value")));
    }

    public String tolerance(Frame page) {
        return typed.value("tolerance", shown(page, kept("tolerance").replace("%", "")));
    }

    public boolean isShare() {
        return typed.value("tolerance.kind", kept("tolerance").endsWith("%") ? "share" : "")
                .equals("share");
    }

    private static String shown(Frame page, String number) {
        return Amount.isValue(number) ? page.exact(new BigDecimal(number)) : "";
    }

    public String shape(String option) {
        return typed.value(
                QuestionForm.SHAPE + option,
                region(option).map(Region::shape).orElse(Region.Shape.RECTANGLE).word());
    }

    public String figures(String option) {
        return typed.value(
                QuestionForm.FIGURES + option,
                region(option).map(Region::figures).orElse(""));
    }

    private Optional<Region> region(String option) {
        return Region.parse(kept(Region.FIELDS + option));
    }

    /**
     * A scene to be written.
     *
     * @param before the scenes from which choices lead here
     * @param flaws what is wrong with it
     */
    public record SceneForm(
            Branches.Scene scene, Writable text, List<WayForm> ways, List<String> before, List<Message> flaws) {}

    public record WayForm(Branches.Way way, List<Writable> texts) {}

    public List<SceneForm> scenes() {
        Branches branches = Branches.of(block.fields());
        List<Branches.Flaw> flaws = branches.flaws();
        return branches.scenes().stream()
                .map(scene -> new SceneForm(
                        scene,
                        writable(Branches.path(scene.id()) + ".text"),
                        scene.ways().stream().map(way -> wayForm(scene, way)).toList(),
                        branches.before(scene.id()).stream()
                                .map(Branches.Scene::id)
                                .toList(),
                        flaws.stream()
                                .filter(flaw -> flaw.scene().equals(scene.id()))
                                .map(Branches.Flaw::message)
                                .toList()))
                .toList();
    }

    /** What is wrong with the scenario as a whole. */
    public List<Message> flaws() {
        return Branches.of(block.fields()).flaws().stream()
                .filter(flaw -> flaw.scene().isEmpty())
                .map(Branches.Flaw::message)
                .toList();
    }

    private WayForm wayForm(Branches.Scene scene, Branches.Way way) {
        String path = Branches.path(scene.id(), way.id());
        return new WayForm(way, List.of(writable(path + ".text"), writable(path + ".feedback")));
    }

    private String kept(String path) {
        return block.find(path)
                .filter(Field.Neutral.class::isInstance)
                .map(field -> field.in(List.of()).text())
                .orElse("");
    }

    public List<Choice> choices() {
        String field = NewBlock.choices(block.kind());
        if (field.isEmpty()) {
            return List.of();
        }
        List<String> correct = BlockFields.ids(block, "correct");
        var choices = new ArrayList<Choice>();
        for (String id : BlockFields.ids(block, field)) {
            List<String> paths = switch (field) {
                case "items" -> List.of("items." + id);
                case "parts" -> List.of("parts." + id + ".title", "parts." + id + ".body");
                default -> List.of("options." + id + ".text", "options." + id + ".feedback");
            };
            choices.add(new Choice(
                    id, correct.contains(id), paths.stream().map(this::writable).toList()));
        }
        return choices;
    }

    public boolean hasChoices() {
        return !NewBlock.choices(block.kind()).isEmpty();
    }

    public boolean hasRightAnswers() {
        return block.kind() == BlockKind.SINGLE
                || block.kind() == BlockKind.MULTIPLE
                || block.kind() == BlockKind.HOTSPOT;
    }

    /** The files that a block of this kind shows. */
    public List<String> fileFields() {
        return switch (block.kind()) {
            case IMAGE -> List.of("media");
            case VIDEO -> List.of("media", "poster", "captions");
            case AUDIO -> List.of("media", "captions");
            case FILE -> List.of("media");
            case HOTSPOT -> List.of("media");
            case MATCH, NUMBER, SCENARIO -> List.of();
            case COURSE,
                    SECTION,
                    TEXT,
                    CALLOUT,
                    SINGLE,
                    MULTIPLE,
                    ORDER,
                    SHORT,
                    RULE,
                    PACKAGE,
                    TABLE,
                    CODE,
                    ACCORDION -> List.of();
        };
    }

    /** What kind of file can stand there, as messages call it. */
    public String fileKind(String field) {
        return switch (field) {
            case "captions" -> "captions";
            case "poster" -> "picture";
            default ->
                switch (block.kind()) {
                    case VIDEO -> "film";
                    case AUDIO -> "sound";
                    case FILE -> "document";
                    default -> "picture";
                };
        };
    }

    /** By what the names of such files end, for the browser to choose from. */
    public String accepted(String field) {
        return switch (fileKind(field)) {
            case "captions" -> ".vtt";
            case "film" -> ".mp4,.webm";
            case "sound" -> ".mp3,.ogg,.oga,.opus,.m4a";
            case "document" -> ".pdf,.docx,.xlsx,.pptx,.csv";
            default -> ".png,.jpg,.jpeg,.webp";
        };
    }

    /** The cells of a table as they stand. */
    public TableFields table() {
        return TableFields.of(block);
    }

    public Writable cell(String row, String column) {
        return writable(TableFields.path(row, column));
    }

    /** What it says in no language, or what was typed there; empty if nothing. */
    public String neutral(String field) {
        return typed.value(
                field,
                block.find(field)
                        .filter(Field.Neutral.class::isInstance)
                        .map(value -> value.in(List.of()).text())
                        .orElse(""));
    }

    public boolean isTheSameEverywhere() {
        return BlockFields.isTheSameEverywhere(block);
    }

    public Optional<FocalPoint> focus() {
        return block.find("focus")
                .flatMap(field -> FocalPoint.parse(field.in(List.of()).text()));
    }

    /** How far the point that must be seen is from the left, or from above; empty if it was not said. */
    public String focus(boolean isAcross) {
        return typed.value(
                isAcross ? "focus.across" : "focus.down",
                focus().map(point -> String.valueOf(isAcross ? point.across() : point.down()))
                        .orElse(""));
    }

    /** The digest of a file that it shows; empty if it does not. */
    public String file(String field) {
        return block.find(field)
                .map(value -> value.in(List.of(language)).text())
                .orElse("");
    }

    public String tone() {
        return block.find("tone").map(tone -> tone.in(List.of()).text()).orElse(BlockFields.TONES.getFirst());
    }

    public Optional<String> previous() {
        return neighbour(-1);
    }

    public Optional<String> next() {
        return neighbour(1);
    }

    private Optional<String> neighbour(int step) {
        List<Block> blocks = draft.content().blocks();
        int at = blocks.stream().map(Block::id).toList().indexOf(block.id()) + step;
        return at >= 0 && at < blocks.size() ? Optional.of(blocks.get(at).id()) : Optional.empty();
    }

    private Writable writable(String path) {
        Locale first = draft.content().language();
        Optional<Text> reference =
                language.equals(first) ? Optional.empty() : said(path, first).map(text -> new Text(text, first));
        return new Writable(
                path,
                FieldName.of(path),
                BlockForm.isLong(path),
                language.equals(first) && BlockFields.needed(block).contains(path),
                typed.value(BlockForm.WORDS + path, said(path, language).orElse("")),
                reference);
    }

    private Optional<String> said(String path, Locale in) {
        return block.find(path)
                .flatMap(field -> field instanceof Field.Worded worded
                        ? Optional.ofNullable(worded.words().get(in.toLanguageTag()))
                        : Optional.empty());
    }
}

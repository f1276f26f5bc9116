package org.mangrove.core.authoring.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mangrove.core.authoring.BlockMerge;
import org.mangrove.core.authoring.CourseDraft;
import org.mangrove.core.authoring.CourseDrafts;
import org.mangrove.core.authoring.NewBlock;
import org.mangrove.core.content.BlockFields;
import org.mangrove.core.content.FieldName;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.Text;
import org.mangrove.core.lineage.TextDifference;
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
            return path.equals("body") || path.equals("transcript") ? 12 : isLong ? 4 : 1;
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

    /** The texts that stand by themselves, in the order of reading. */
    public List<Writable> texts() {
        return BlockFields.pathsOf(block).stream()
                .filter(path -> path.indexOf('.') < 0)
                .map(this::writable)
                .toList();
    }

    public List<Choice> choices() {
        String field = NewBlock.choices(block.kind());
        if (field.isEmpty()) {
            return List.of();
        }
        List<String> correct = BlockFields.ids(block, "correct");
        var choices = new ArrayList<Choice>();
        for (String id : BlockFields.ids(block, field)) {
            List<String> paths = field.equals("items")
                    ? List.of("items." + id)
                    : List.of("options." + id + ".text", "options." + id + ".feedback");
            choices.add(new Choice(
                    id, correct.contains(id), paths.stream().map(this::writable).toList()));
        }
        return choices;
    }

    public boolean hasChoices() {
        return !NewBlock.choices(block.kind()).isEmpty();
    }

    public boolean hasRightAnswers() {
        return block.kind() == BlockKind.SINGLE || block.kind() == BlockKind.MULTIPLE;
    }

    /** The files that a block of this kind shows. */
    public List<String> fileFields() {
        return switch (block.kind()) {
            case IMAGE -> List.of("media");
            case VIDEO -> List.of("media", "poster", "captions");
            case COURSE, SECTION, TEXT, CALLOUT, SINGLE, MULTIPLE, ORDER, SHORT -> List.of();
        };
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

package org.mangrove.core.adaptation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mangrove.core.adaptation.Adaptations;
import org.mangrove.core.adaptation.Desk;
import org.mangrove.core.adaptation.DeskBlock;
import org.mangrove.core.adaptation.DeskText;
import org.mangrove.core.adaptation.Offers;
import org.mangrove.core.adaptation.SharedText;
import org.mangrove.core.adaptation.Sharings;
import org.mangrove.core.adaptation.Suggestions;
import org.mangrove.core.identity.PersonName;
import org.mangrove.core.lineage.Change;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.LocalRevision;
import org.mangrove.core.lineage.Text;
import org.mangrove.core.pages.TypedForm;

/**
 * A course to work on.
 *
 * @param names of those in the history who are still known
 * @param replacements what could take its place, if it is given up above
 * @param offers of its texts, to headquarters
 * @param sharings what others may read of it
 * @param suggestions what other markets say in it
 * @param typed what did not go, if anything
 */
public record CoursePage(
        Adaptations.Work work,
        List<LocalRevision> history,
        Map<UUID, PersonName> names,
        List<Locale> reading,
        boolean mayWrite,
        List<Locale> languages,
        Map<String, Text> replacements,
        List<Offers.Made> offers,
        List<Sharings.Made> sharings,
        List<Suggestions.Suggestion> suggestions,
        TypedForm typed) {

    private static final int SHOWN = 140;

    public CoursePage {
        history = List.copyOf(history);
        offers = List.copyOf(offers);
        sharings = List.copyOf(sharings);
        suggestions = List.copyOf(suggestions);
    }

    public String home() {
        return AdaptationsResource.PLACE + "/" + work.course();
    }

    /** The blocks below their heads. What comes before the first section is with the course itself. */
    public List<Section> sections() {
        var sections = new ArrayList<Section>();
        for (DeskBlock block : work.desk().blocks()) {
            if (sections.isEmpty() || !block.block().kind().isStep()) {
                sections.add(new Section(work.desk(), new ArrayList<>()));
            }
            sections.getLast().blocks().add(block);
        }
        return sections;
    }

    /** How a text begins, for the reader. */
    public Optional<Text> beginning(DeskText text) {
        return text.said().or(text::above).map(this::beginning);
    }

    /** Whether the market has put it elsewhere. */
    public boolean isMoved(DeskBlock block) {
        return isMoved(work.desk(), block);
    }

    private static boolean isMoved(Desk desk, DeskBlock block) {
        return desk.own().adaptations().stream()
                .anyMatch(adaptation -> adaptation.change() instanceof Change.Move move
                        && move.block().equals(block.block().id()));
    }

    /** Whether the market may put it elsewhere. */
    public boolean canMove(DeskBlock block) {
        return mayWrite && block.block().kind().isStep() && block.lock().isEmpty();
    }

    /** Where somebody works on a text. */
    public String placeOf(DeskText text) {
        return text.isRightAnswers()
                ? home() + "/questions/" + text.block()
                : home() + "/texts/" + text.block() + "/" + text.field();
    }

    /** By which a reader knows a block again. */
    public Optional<Text> name(DeskBlock block) {
        return Stream.of("heading", "title", "prompt", "body", "alt")
                .flatMap(name -> block.block().find(name).stream())
                .map(this::beginning)
                .findFirst();
    }

    /** How something begins that another market says, for the reader. */
    public Optional<Text> beginning(SharedText text) {
        return text.words().isEmpty() ? Optional.empty() : Optional.of(beginning(Field.words(text.words())));
    }

    /** Whether what another market has added can be added here. */
    public boolean canBeAdded(Suggestions.Suggestion suggestion) {
        return SuggestedBlock.canBeAdded(suggestions, suggestion);
    }

    private Text beginning(Field field) {
        Text text = field.in(reading);
        return new Text(text.beginning(SHOWN), text.locale());
    }

    /** @param blocks its head first */
    public record Section(Desk desk, List<DeskBlock> blocks) {

        public DeskBlock head() {
            return blocks.getFirst();
        }

        /** How much of it the market has made its own. */
        public long own() {
            return blocks.stream()
                    .mapToLong(block -> block.texts().stream()
                                    .filter(text -> text.ours().isPresent())
                                    .count()
                            + (block.isOurs() || block.isLeftOutByUs() || isMoved(desk, block) ? 1 : 0))
                    .sum();
        }
    }
}

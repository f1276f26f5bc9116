package org.mangrove.core.adaptation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mangrove.core.adaptation.Adaptations;
import org.mangrove.core.adaptation.DeskBlock;
import org.mangrove.core.adaptation.DeskText;
import org.mangrove.core.identity.PersonName;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.LocalRevision;
import org.mangrove.core.lineage.Text;
import org.mangrove.core.pages.TypedForm;

/**
 * A course to work on.
 *
 * @param names of those in the history who are still known
 * @param replacements what could take its place, if it is given up above
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
        TypedForm typed) {

    private static final int SHOWN = 140;

    public CoursePage {
        history = List.copyOf(history);
    }

    public String home() {
        return AdaptationsResource.PLACE + "/" + work.course();
    }

    /** The blocks below their heads. What comes before the first section is with the course itself. */
    public List<Section> sections() {
        var sections = new ArrayList<Section>();
        for (DeskBlock block : work.desk().blocks()) {
            if (sections.isEmpty() || !block.block().kind().isStep()) {
                sections.add(new Section(new ArrayList<>()));
            }
            sections.getLast().blocks().add(block);
        }
        return sections;
    }

    /** How a text begins, for the reader. */
    public Optional<Text> beginning(DeskText text) {
        return text.said().or(text::above).map(this::beginning);
    }

    /** By which a reader knows a block again. */
    public Optional<Text> name(DeskBlock block) {
        return Stream.of("heading", "title", "prompt", "body", "alt")
                .flatMap(name -> block.block().find(name).stream())
                .map(this::beginning)
                .findFirst();
    }

    private Text beginning(Field field) {
        Text text = field.in(reading);
        return new Text(text.beginning(SHOWN), text.locale());
    }

    /** @param blocks its head first */
    public record Section(List<DeskBlock> blocks) {

        public DeskBlock head() {
            return blocks.getFirst();
        }

        /** How much of it the market has made its own. */
        public long own() {
            return blocks.stream()
                    .mapToLong(block -> block.texts().stream()
                                    .filter(text -> text.ours().isPresent())
                                    .count()
                            + (block.isOurs() || block.isLeftOutByUs() ? 1 : 0))
                    .sum();
        }
    }
}

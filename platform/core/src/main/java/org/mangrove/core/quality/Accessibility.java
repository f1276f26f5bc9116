package org.mangrove.core.quality;

import static org.mangrove.core.quality.CriterionKind.ALTERNATIVE_TEXT;
import static org.mangrove.core.quality.CriterionKind.CAPTIONS;
import static org.mangrove.core.quality.CriterionKind.HEADINGS;
import static org.mangrove.core.quality.CriterionKind.LINK_TEXTS;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mangrove.core.content.BlockFields;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Text;

/** Whether those who cannot see a picture, or hear a film, are told the same as everybody else (WCAG 2.2, 1.1.1, 1.2.1, 1.2.2). */
final class Accessibility {

    /** Languages whose characters say more each. */
    private static final Set<String> DENSE = Set.of("ja", "zh", "ko");

    private Accessibility() {}

    static void look(Subject subject, Tally tally) {
        for (String language : subject.languages()) {
            subject.blocks(BlockKind.IMAGE).forEach(block -> lookAtPicture(subject, tally, block, language));
            subject.blocks(BlockKind.HOTSPOT).forEach(block -> lookAtPicture(subject, tally, block, language));
            subject.blocks(BlockKind.VIDEO).forEach(block -> lookAtFilm(tally, block, language));
            subject.blocks(BlockKind.AUDIO).forEach(block -> lookAtTranscript(tally, block, language));
            subject.blocks(BlockKind.TABLE).forEach(block -> lookAtTable(tally, block, language));
            subject.blocks(BlockKind.FILE).forEach(block -> lookAtFile(tally, block, language));
        }
    }

    private static void lookAtPicture(Subject subject, Tally tally, Block block, String language) {
        Criterion criterion = subject.criterion(ALTERNATIVE_TEXT);
        Tally.Look look = tally.look(ALTERNATIVE_TEXT, Place.of(block.id(), "alt", language));
        Optional<String> said = Subject.say(block, "alt", language).map(String::strip);
        if (said.isEmpty()) {
            look.against(Shortcoming.ALT_MISSING, Map.of());
            return;
        }
        String text = said.get();
        int length = text.codePointCount(0, text.length());
        int least = criterion.parameter(least(Locale.forLanguageTag(language)));
        int most = criterion.parameter("most-characters");
        if (subject.rubric().speaksOf("file-name", language, text)) {
            look.against(Shortcoming.ALT_IS_FILE_NAME, Map.of("text", text));
        } else if (length < least) {
            look.against(Shortcoming.ALT_TOO_SHORT, Map.of("text", text, "length", length, "least", least));
        }
        if (subject.rubric().speaksOf("picture", language, text)) {
            look.against(Shortcoming.ALT_SAYS_PICTURE, Map.of("text", beginning(text)));
        }
        if (length > most) {
            look.against(Shortcoming.ALT_TOO_LONG, Map.of("length", length, "most", most));
        }
        if (Subject.say(block, "caption", language)
                .filter(caption -> caption.strip().equals(text))
                .isPresent()) {
            look.against(Shortcoming.ALT_IS_CAPTION, Map.of());
        }
    }

    /** The figure that says how short a text in a language may be. */
    static String least(Locale language) {
        return DENSE.contains(language.getLanguage()) ? "least-ideographs" : "least-characters";
    }

    private static void lookAtFilm(Tally tally, Block block, String language) {
        Tally.Look captions = tally.look(CAPTIONS, Place.of(block.id(), "captions", language));
        if (Subject.say(block, "captions", language).isEmpty()) {
            captions.against(Shortcoming.CAPTIONS_MISSING, Map.of());
        }
        lookAtTranscript(tally, block, language);
    }

    /** Who does not hear a sound reads it (WCAG 2.2, 1.2.1); captions are a comfort beside that. */
    private static void lookAtTranscript(Tally tally, Block block, String language) {
        Tally.Look transcript = tally.look(CAPTIONS, Place.of(block.id(), "transcript", language));
        if (Subject.say(block, "transcript", language).isEmpty()) {
            transcript.against(Shortcoming.TRANSCRIPT_MISSING, Map.of());
        }
    }

    /** Who hears a table one cell after the other has to be told what it is about, and under which head each stands (1.3.1). */
    private static void lookAtTable(Tally tally, Block block, String language) {
        for (String field : BlockFields.needed(block)) {
            Tally.Look look = tally.look(HEADINGS, Place.of(block.id(), field, language));
            if (Subject.say(block, field, language).isEmpty()) {
                look.against(
                        field.equals("caption") ? Shortcoming.TABLE_WITHOUT_CAPTION : Shortcoming.TABLE_HEAD_EMPTY,
                        Map.of());
            }
        }
    }

    /** What a link leads to is known before it is followed (2.4.4). */
    private static void lookAtFile(Tally tally, Block block, String language) {
        for (String field : BlockFields.needed(block)) {
            Tally.Look look = tally.look(LINK_TEXTS, Place.of(block.id(), field, language));
            if (Subject.say(block, field, language).isEmpty()) {
                look.against(Shortcoming.FILE_WITHOUT_WORDS, Map.of());
            }
        }
    }

    private static String beginning(String text) {
        return new Text(text, Locale.ROOT).beginning(40);
    }
}

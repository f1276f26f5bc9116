package org.mangrove.core.quality;

import static org.mangrove.core.quality.CriterionKind.ALTERNATIVE_TEXT;
import static org.mangrove.core.quality.CriterionKind.CAPTIONS;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
            subject.blocks(BlockKind.VIDEO).forEach(block -> lookAtFilm(tally, block, language));
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
        int least =
                criterion.parameter(DENSE.contains(language.split("-")[0]) ? "least-ideographs" : "least-characters");
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

    private static void lookAtFilm(Tally tally, Block block, String language) {
        Tally.Look captions = tally.look(CAPTIONS, Place.of(block.id(), "captions", language));
        if (Subject.say(block, "captions", language).isEmpty()) {
            captions.against(Shortcoming.CAPTIONS_MISSING, Map.of());
        }
        Tally.Look transcript = tally.look(CAPTIONS, Place.of(block.id(), "transcript", language));
        if (Subject.say(block, "transcript", language).isEmpty()) {
            transcript.against(Shortcoming.TRANSCRIPT_MISSING, Map.of());
        }
    }

    private static String beginning(String text) {
        return new Text(text, Locale.ROOT).beginning(40);
    }
}

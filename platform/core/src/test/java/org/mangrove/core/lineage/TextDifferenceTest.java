package org.mangrove.core.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.mangrove.core.lineage.TextDifference.Kind;

class TextDifferenceTest {

    @Test
    void whole_words_go_and_come() {
        assertThat(told("Call 999 at once.", "Call 112 at once.", Locale.ENGLISH))
                .isEqualTo("Call [-999-][+112+] at once.");
    }

    @Test
    void changes_with_nothing_but_a_space_between_are_one() {
        assertThat(told("Giving feedback at work", "Honest words at work", Locale.ENGLISH))
                .isEqualTo("[-Giving feedback-][+Honest words+] at work");
    }

    @Test
    void words_without_spaces_are_told_apart_by_the_dictionary() {
        assertThat(told("職場で伝える", "学校で伝える", Locale.JAPANESE)).isEqualTo("[-職場-][+学校+]で伝える");
    }

    @Test
    void what_is_the_same_is_no_difference() {
        assertThat(TextDifference.of("Stay calm.", "Stay calm.", Locale.ENGLISH).isNone())
                .isTrue();
        assertThat(told("", "New", Locale.ENGLISH)).isEqualTo("[+New+]");
        assertThat(told("Old", "", Locale.ENGLISH)).isEqualTo("[-Old-]");
    }

    @Property
    void both_texts_can_be_read_from_it(
            @ForAll @StringLength(max = 40) @CharRange(from = ' ', to = 'f') String before,
            @ForAll @StringLength(max = 40) @CharRange(from = ' ', to = 'f') String after) {
        TextDifference difference = TextDifference.of(before, after, Locale.ENGLISH);

        assertThat(without(difference, Kind.NEW)).isEqualTo(before);
        assertThat(without(difference, Kind.GONE)).isEqualTo(after);
    }

    private static String without(TextDifference difference, Kind left) {
        return difference.pieces().stream()
                .filter(piece -> piece.kind() != left)
                .map(TextDifference.Piece::text)
                .collect(Collectors.joining());
    }

    private static String told(String before, String after, Locale language) {
        return TextDifference.of(before, after, language).pieces().stream()
                .map(piece -> switch (piece.kind()) {
                    case SAME -> piece.text();
                    case GONE -> "[-" + piece.text() + "-]";
                    case NEW -> "[+" + piece.text() + "+]";
                })
                .collect(Collectors.joining());
    }
}

package org.mangrove.core.quality;

import static org.mangrove.core.quality.CriterionKind.HEADINGS;
import static org.mangrove.core.quality.CriterionKind.LINK_TEXTS;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Whether headings and links can be followed by those who hear them one after another (WCAG 2.2, 1.3.1, 2.4.4, 2.4.6). */
final class Structure {

    /** What the platform shows as a link at all. */
    private static final Pattern LEADS_SOMEWHERE =
            Pattern.compile("(https?://[^\\s/]+|mailto:[^\\s@]+@\\S+).*", Pattern.CASE_INSENSITIVE);

    private static final Pattern ADDRESS = Pattern.compile("(https?://|www\\.)\\S+", Pattern.CASE_INSENSITIVE);

    private Structure() {}

    static void look(Subject subject, Tally tally) {
        subject.texts((place, text) -> {
            if (isPlain(place.field())) {
                return;
            }
            Prose prose = Prose.of(text);
            int before = 0;
            for (Prose.Head head : prose.heads()) {
                Tally.Look look = tally.look(HEADINGS, place);
                if (head.text().isBlank()) {
                    look.against(Shortcoming.HEADING_EMPTY, Map.of());
                }
                if (head.level() > before + 1) {
                    look.against(
                            Shortcoming.HEADING_SKIPS,
                            Map.of("text", head.text(), "level", head.level(), "allowed", before + 1));
                }
                before = head.level();
            }
            for (Prose.Lead lead : prose.leads()) {
                lookAtLink(subject, tally.look(LINK_TEXTS, place), place.language(), lead);
            }
        });
    }

    /** Cells are no Markdown: a # in one of them is a #. */
    private static boolean isPlain(String field) {
        return field.startsWith("cells.");
    }

    private static void lookAtLink(Subject subject, Tally.Look look, String language, Prose.Lead lead) {
        String text = lead.text();
        if (text.isBlank()
                || subject.rubric().speaksOf("empty-link", language, text)
                || text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            look.against(Shortcoming.LINK_SAYS_NOTHING, Map.of("text", text, "address", lead.address()));
        } else if (ADDRESS.matcher(text).matches()) {
            look.against(Shortcoming.LINK_IS_ADDRESS, Map.of("text", text));
        }
        if (!LEADS_SOMEWHERE.matcher(lead.address().toLowerCase(Locale.ROOT)).matches()) {
            look.against(Shortcoming.LINK_LEADS_NOWHERE, Map.of("text", text, "address", lead.address()));
        }
    }
}

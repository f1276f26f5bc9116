package org.mangrove.core.localization;

import java.text.Bidi;

/** How a sentence is written down, and how its arguments are kept apart from it. */
enum Markup {
    TEXT {
        @Override
        void append(StringBuilder out, char sign) {
            out.append(sign);
        }

        @Override
        void appendSaid(StringBuilder out, Spoken said, boolean rightToLeft) {
            appendArgument(out, said.text(), rightToLeft);
        }

        @Override
        void appendNumber(StringBuilder out, String number) {
            out.append(number);
        }

        @Override
        void appendArgument(StringBuilder out, String argument, boolean rightToLeft) {
            if (rightToLeft || Bidi.requiresBidi(argument.toCharArray(), 0, argument.length())) {
                out.append(FIRST_STRONG_ISOLATE).append(argument).append(POP_DIRECTIONAL_ISOLATE);
            } else {
                out.append(argument);
            }
        }
    },
    HTML {
        @Override
        void append(StringBuilder out, char sign) {
            switch (sign) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&#34;");
                case '\'' -> out.append("&#39;");
                default -> out.append(sign);
            }
        }

        @Override
        void appendSaid(StringBuilder out, Spoken said, boolean rightToLeft) {
            out.append("<bdi");
            if (said.fellBack()) {
                out.append(" lang=\"").append(said.locale().toLanguageTag()).append('"');
            }
            out.append('>').append(said.text()).append("</bdi>");
        }

        @Override
        void appendNumber(StringBuilder out, String number) {
            out.append("<bdi>");
            append(out, number);
            out.append("</bdi>");
        }

        @Override
        void appendArgument(StringBuilder out, String argument, boolean rightToLeft) {
            out.append("<bdi>");
            append(out, argument);
            out.append("</bdi>");
        }
    };

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_DIRECTIONAL_ISOLATE = '\u2069';

    abstract void append(StringBuilder out, char sign);

    /** Another sentence as an argument, already written down in this way. */
    abstract void appendSaid(StringBuilder out, Spoken said, boolean rightToLeft);

    /** A number cannot turn a sentence round, since ICU marks its sign. */
    abstract void appendNumber(StringBuilder out, String number);

    /** @param rightToLeft the direction of the sentence around the argument */
    abstract void appendArgument(StringBuilder out, String argument, boolean rightToLeft);

    void append(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            append(out, text.charAt(i));
        }
    }

    String of(String text) {
        var out = new StringBuilder(text.length() + 16);
        append(out, text);
        return out.toString();
    }
}

package org.mangrove.core.pages;

import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;

/** Text made safe to stand between tags. */
final class Escaped {

    private Escaped() {}

    static String of(String text) {
        var html = new StringOutput(text.length() + 16);
        Escape.htmlContent(text, html);
        return html.toString();
    }
}

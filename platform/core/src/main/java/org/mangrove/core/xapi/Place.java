package org.mangrove.core.xapi;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where in a body something stands, written out only when there is something to say about it. */
final class Place {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
    private static final int LONGEST_NAME = 200;
    private static final int REPLACEMENT = 0xFFFD;

    private final @Nullable Place parent;
    private final String name;
    private final int index;

    private Place(@Nullable Place parent, String name, int index) {
        this.parent = parent;
        this.name = name;
        this.index = index;
    }

    /** @param name what the path begins with, such as {@code $} or a parameter's name */
    static Place root(String name) {
        return new Place(null, name, -1);
    }

    Place at(String property) {
        return new Place(this, property, -1);
    }

    Place at(int element) {
        return new Place(this, "", element);
    }

    /** The path as in {@code $[3].context.extensions['https://example.com/x']}. */
    String text() {
        var path = new StringBuilder();
        write(path);
        return path.toString();
    }

    private void write(StringBuilder path) {
        if (parent == null) {
            path.append(name);
            return;
        }
        parent.write(path);
        if (index >= 0) {
            path.append('[').append(index).append(']');
        } else if (PLAIN.matcher(name).matches()) {
            path.append('.').append(shown(name));
        } else {
            path.append("['")
                    .append(shown(name).replace("\\", "\\\\").replace("'", "\\'"))
                    .append("']");
        }
    }

    /** A name that somebody else has chosen, as it can be told: not without end, and characters only. */
    static String shown(String name) {
        var shown = new StringBuilder();
        name.codePoints()
                .limit(LONGEST_NAME)
                .map(character -> isTold(character) ? character : REPLACEMENT)
                .forEach(shown::appendCodePoint);
        return shown.append(name.codePointCount(0, name.length()) > LONGEST_NAME ? "…" : "")
                .toString();
    }

    private static boolean isTold(int character) {
        return !Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE;
    }
}

package org.mangrove.core.localization;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * A message's pattern, made ready to be said often.
 *
 * <p>Placeholders that merely stand for something are taken out of the pattern and put in at the end, so that they can
 * be isolated and escaped; what is left, if it asks for plural forms and the like, is ICU's. In between, a placeholder is
 * one character that no text may contain.
 */
final class Sentence {

    /** U+FDD0 to U+FDEF are for a program's own use and never part of a text. */
    private static final char FIRST_MARK = '\uFDD0';

    private static final char LAST_MARK = '\uFDEF';

    private final List<String> placeholders = new ArrayList<>();
    private final Set<String> choices = new LinkedHashSet<>();
    private final String pattern;
    private final String template;
    private final String html;
    private final Map<ULocale, Pool<MessageFormat>> formats = new ConcurrentHashMap<>();

    /** @throws IllegalArgumentException if ICU cannot read the pattern */
    Sentence(String text) {
        pattern = takeOut(text);
        template = choices.isEmpty() ? new MessageFormat(pattern, ULocale.ROOT).format(Map.of()) : "";
        html = Markup.HTML.of(template);
    }

    /** Whether the sentence is the same whatever the arguments. */
    boolean isPlain() {
        return choices.isEmpty() && placeholders.isEmpty();
    }

    String plain(Markup markup) {
        return markup == Markup.HTML ? html : template;
    }

    List<String> placeholders() {
        return placeholders;
    }

    /** The arguments on which the wording hangs. */
    Set<String> choices() {
        return choices;
    }

    /** @param argument writes the named argument at the end of what has been written so far */
    String say(
            Map<String, Object> choices, ULocale written, Markup markup, BiConsumer<StringBuilder, String> argument) {
        String worded = this.choices.isEmpty()
                ? template
                : formats.computeIfAbsent(written, this::pool).use(format -> format.format(choices));
        var out = new StringBuilder(worded.length() + 64);
        for (int i = 0; i < worded.length(); i++) {
            char sign = worded.charAt(i);
            if (sign >= FIRST_MARK && sign <= LAST_MARK) {
                argument.accept(out, placeholders.get(sign - FIRST_MARK));
            } else {
                markup.append(out, sign);
            }
        }
        return out.toString();
    }

    private Pool<MessageFormat> pool(ULocale written) {
        return new Pool<>(() -> new MessageFormat(pattern, written));
    }

    private String takeOut(String text) {
        var parts = new MessagePattern(text);
        var out = new StringBuilder(text.length());
        int copied = 0;
        for (int i = 0; i < parts.countParts(); i++) {
            Part part = parts.getPart(i);
            if (part.getType() == Part.Type.ARG_START) {
                String name = parts.getSubstring(parts.getPart(i + 1));
                if (part.getArgType() == ArgType.NONE) {
                    out.append(text, copied, part.getIndex()).append(mark(name));
                    copied = parts.getPart(parts.getLimitPartIndex(i)).getLimit();
                } else {
                    choices.add(name);
                }
            }
        }
        return out.append(text, copied, text.length()).toString();
    }

    private char mark(String name) {
        if (!placeholders.contains(name)) {
            placeholders.add(name);
        }
        int mark = FIRST_MARK + placeholders.indexOf(name);
        if (mark > LAST_MARK) {
            throw new IllegalArgumentException("More than 32 placeholders in one sentence");
        }
        return (char) mark;
    }
}

package org.mangrove.i18n;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.PluralRules.PluralType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a pattern asks for.
 *
 * @param arguments the names in braces
 * @param formats the formats asked for in patterns such as {@code {due, date, long}}
 * @param choices its plurals
 */
record Wording(Set<String> arguments, Set<String> formats, List<Choice> choices) {

    /** @param selectors {@code one}, {@code few}, {@code =0} and so on */
    record Choice(String argument, PluralType type, Set<String> selectors) {}

    /** @throws IllegalArgumentException if ICU cannot read it */
    static Wording of(String text) {
        var pattern = new MessagePattern(text);
        var arguments = new TreeSet<String>();
        var formats = new TreeSet<String>();
        var choices = new ArrayList<Choice>();
        for (int i = 0; i < pattern.countParts(); i++) {
            Part part = pattern.getPart(i);
            if (part.getType() == Part.Type.ARG_START) {
                String name = pattern.getSubstring(pattern.getPart(i + 1));
                arguments.add(name);
                if (part.getArgType() == ArgType.SIMPLE) {
                    formats.add(pattern.getSubstring(pattern.getPart(i + 2)));
                } else if (part.getArgType().hasPluralStyle()) {
                    var type = part.getArgType() == ArgType.PLURAL ? PluralType.CARDINAL : PluralType.ORDINAL;
                    choices.add(new Choice(name, type, selectors(pattern, i)));
                } else if (part.getArgType() == ArgType.CHOICE) {
                    formats.add("choice");
                }
            }
        }
        return new Wording(arguments, formats, choices);
    }

    private static Set<String> selectors(MessagePattern pattern, int start) {
        var selectors = new LinkedHashSet<String>();
        int end = pattern.getLimitPartIndex(start);
        for (int i = start + 1; i < end; i++) {
            Part part = pattern.getPart(i);
            if (part.getType() == Part.Type.ARG_SELECTOR) {
                selectors.add(pattern.getSubstring(part));
            } else if (part.getType() == Part.Type.MSG_START) {
                i = pattern.getLimitPartIndex(i);
            }
        }
        return selectors;
    }
}

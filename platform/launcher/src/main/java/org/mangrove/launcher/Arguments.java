package org.mangrove.launcher;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words after a command: options with a value, options without, and the rest in order. */
record Arguments(Map<String, String> values, Set<String> switches, List<String> words) {

    /** @throws Trouble if an option is not one of these, or lacks its value */
    static Arguments of(List<String> given, Set<String> withValue, Set<String> without) {
        var values = new HashMap<String, String>();
        var switches = new HashSet<String>();
        var words = new ArrayList<String>();
        for (int i = 0; i < given.size(); i++) {
            String word = given.get(i);
            int equals = word.indexOf('=');
            String name = equals > 0 ? word.substring(0, equals) : word;
            if (without.contains(word)) {
                switches.add(word);
            } else if (withValue.contains(name)) {
                if (equals > 0) {
                    values.put(name, word.substring(equals + 1));
                } else if (i + 1 < given.size()) {
                    i++;
                    values.put(name, given.get(i));
                } else {
                    throw new Trouble("%s needs a value after it.".formatted(word));
                }
            } else if (word.startsWith("--")) {
                throw new Trouble("There is no option %s here: ./mangrove help lists what there is.".formatted(word));
            } else {
                words.add(word);
            }
        }
        return new Arguments(Map.copyOf(values), Set.copyOf(switches), List.copyOf(words));
    }

    Optional<String> find(String option) {
        return Optional.ofNullable(values.get(option));
    }

    boolean has(String option) {
        return switches.contains(option);
    }

    /** @throws Trouble if it is there and no whole number */
    Optional<Integer> findNumber(String option) {
        return find(option).map(text -> {
            try {
                return Integer.valueOf(text);
            } catch (NumberFormatException notANumber) {
                throw new Trouble("%s takes a number, not \"%s\".".formatted(option, text), notANumber);
            }
        });
    }
}

package org.mangrove.core.governance;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.identity.CoreRole;

/**
 * Who may do what in the core of an enterprise, and what has to be there before something is published: data, by space. What it does
 * not say is as the platform has it: authors publish at once, governors lock, waive and assign.
 *
 * @param spaces by slug; {@link #GLOBAL} is the masters' own
 */
public record DecisionRights(SortedMap<String, Space> spaces) {

    public static final String GLOBAL = "global";

    static final String AUTHOR = "author";
    static final String GOVERNOR = "governor";
    static final String OPERATOR = "operator";

    private static final Space SILENT = new Space(Map.of(), List.of());

    /** @param may only what the enterprise says itself */
    public record Space(Map<Act, Set<String>> may, List<Rule> rules) {

        public Space {
            may = Map.copyOf(may);
            rules = List.copyOf(rules);
        }
    }

    /**
     * What is demanded of some things.
     *
     * @param changes of which classes, such as {@code regulatory}; of all if there are none
     * @param types of assets; of all if there are none
     * @param keys patterns in which {@code *} is anything; of all if there are none
     */
    public record Rule(String name, Set<String> changes, Set<String> types, Set<String> keys, Demand demand) {

        public Rule {
            changes = Collections.unmodifiableSet(new TreeSet<>(changes));
            types = Collections.unmodifiableSet(new TreeSet<>(types));
            keys = Collections.unmodifiableSet(new TreeSet<>(keys));
        }

        /** @param change empty for what has no class, as what a region says otherwise */
        boolean isFor(String type, String key, Optional<String> change) {
            return (types.isEmpty() || types.contains(type))
                    && (keys.isEmpty() || keys.stream().anyMatch(pattern -> fits(pattern, key)))
                    && (changes.isEmpty()
                            || change.filter(word -> changes.contains(word.toLowerCase(Locale.ROOT)))
                                    .isPresent());
        }

        private static boolean fits(String pattern, String key) {
            return key.matches(
                    Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
        }
    }

    public DecisionRights {
        spaces = Collections.unmodifiableSortedMap(new TreeMap<>(spaces));
    }

    /** @param written values by {@code space.may.act} and {@code space.rules.name.what} */
    public static DecisionRights of(Map<String, String> written) {
        var spaces = new TreeMap<String, Space>();
        for (String space : firsts(written)) {
            Map<String, String> there = below(written, space);
            var may = new EnumMap<Act, Set<String>>(Act.class);
            below(there, "may").forEach((act, roles) -> Act.find(act).ifPresent(known -> may.put(known, words(roles))));
            Map<String, String> rules = below(there, "rules");
            spaces.put(
                    space,
                    new Space(
                            may,
                            firsts(rules).stream()
                                    .map(name -> rule(name, below(rules, name)))
                                    .toList()));
        }
        return new DecisionRights(spaces);
    }

    private static Rule rule(String name, Map<String, String> written) {
        var lanes = new TreeMap<Lane, Integer>();
        below(written, "lanes")
                .forEach((lane, days) -> Lane.find(lane).ifPresent(known -> lanes.put(known, Integer.parseInt(days))));
        return new Rule(
                name,
                words(written.getOrDefault("changes", "")),
                words(written.getOrDefault("types", "")),
                words(written.getOrDefault("keys", "")),
                new Demand(lanes, Boolean.parseBoolean(written.getOrDefault("four-eyes", "false"))));
    }

    private static Set<String> firsts(Map<String, String> written) {
        return written.keySet().stream()
                .map(name -> name.substring(0, name.indexOf('.')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> below(Map<String, String> written, String first) {
        var below = new TreeMap<String, String>();
        written.forEach((name, value) -> {
            if (name.startsWith(first + ".")) {
                below.put(name.substring(first.length() + 1), value);
            }
        });
        return below;
    }

    private static Set<String> words(String text) {
        return Stream.of(text.split(" "))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Who may; what a space does not say, the global one says for it. */
    public Set<String> who(String space, Act act) {
        return new TreeSet<>(Optional.ofNullable(in(space).may().get(act))
                .or(() -> Optional.ofNullable(in(GLOBAL).may().get(act)))
                .orElseGet(act::usual));
    }

    public boolean may(String space, Act act, Collection<CoreRole> roles) {
        Set<String> who = who(space, act);
        return roles.stream().map(role -> role.name().toLowerCase(Locale.ROOT)).anyMatch(who::contains);
    }

    /** Whether an operator may do it by a command. */
    public boolean operatorMay(String space, Act act) {
        return who(space, act).contains(OPERATOR);
    }

    /**
     * What all rules of a space that are for it demand together.
     *
     * @param type of the asset
     * @param change the class of the change; empty for what has none
     */
    public Demand demand(String space, String type, String key, Optional<String> change) {
        return in(space).rules().stream()
                .filter(rule -> rule.isFor(type, key, change))
                .map(Rule::demand)
                .reduce(Demand.NOTHING, Demand::and);
    }

    private Space in(String space) {
        return spaces.getOrDefault(space, SILENT);
    }
}

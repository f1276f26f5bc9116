package org.mangrove.core.xapi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The languages that a reader wants, the most wanted first: what Accept-Language says, as far as it can be read. */
public final class LanguageRanges {

    private static final int MOST = 20;
    private static final Pattern RANGE =
            Pattern.compile("(\\*|[A-Za-z0-9-]{1,35})(?:[ \\t]*;[ \\t]*[qQ]=(0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?))?");

    private record Range(String tag, double weight) {

        boolean covers(String language) {
            return tag.equals("*") || language.equals(tag) || language.startsWith(tag + "-");
        }
    }

    private final List<Range> wanted;
    private final List<Range> unwanted;

    private LanguageRanges(List<Range> ranges) {
        this.wanted = ranges.stream()
                .filter(range -> range.weight() > 0)
                .sorted(Comparator.comparingDouble(Range::weight).reversed())
                .toList();
        this.unwanted = ranges.stream().filter(range -> range.weight() == 0).toList();
    }

    /** @param header as it was sent; empty if it was not sent */
    public static LanguageRanges of(String header) {
        var ranges = new ArrayList<Range>();
        for (String part : header.split(",", MOST + 1)) {
            Matcher range = RANGE.matcher(part.strip());
            if (ranges.size() < MOST && range.matches()) {
                String weight = range.group(2);
                ranges.add(new Range(
                        range.group(1).toLowerCase(Locale.ROOT), weight == null ? 1 : Double.parseDouble(weight)));
            }
        }
        return new LanguageRanges(ranges);
    }

    /**
     * The one of {@code languages} that is wanted most: the same language, a closer kind of it, or the language that a
     * wanted kind belongs to. If none is wanted, the first that is not unwanted, or else the first. Empty only for no
     * languages.
     */
    public Optional<String> choose(Collection<String> languages) {
        for (var range : wanted) {
            Optional<String> found = range.tag().equals("*")
                    ? first(languages, language -> !isNamed(language))
                    : find(range.tag(), languages);
            if (found.isPresent()) {
                return found;
            }
        }
        return first(languages, any -> true).or(() -> languages.stream().findFirst());
    }

    /** The first that fits and is not unwanted. */
    private Optional<String> first(Collection<String> languages, Predicate<String> fits) {
        return languages.stream()
                .filter(fits)
                .filter(language -> !isUnwanted(language))
                .findFirst();
    }

    private Optional<String> find(String tag, Collection<String> languages) {
        for (String wider = tag; !wider.isEmpty(); wider = parent(wider)) {
            Range range = new Range(wider, 1);
            Optional<String> found = first(languages, language -> language.equalsIgnoreCase(range.tag()))
                    .or(() -> first(languages, language -> range.covers(language.toLowerCase(Locale.ROOT))));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static String parent(String tag) {
        int hyphen = tag.lastIndexOf('-');
        return hyphen < 0 ? "" : tag.substring(0, hyphen);
    }

    private boolean isNamed(String language) {
        String lower = language.toLowerCase(Locale.ROOT);
        return wanted.stream().anyMatch(range -> !range.tag().equals("*") && range.covers(lower));
    }

    /** Whether the range that fits the language best says so. */
    private boolean isUnwanted(String language) {
        String lower = language.toLowerCase(Locale.ROOT);
        int longestNo = longest(unwanted, lower);
        return longestNo > 0 && longestNo >= longest(wanted, lower);
    }

    private static int longest(List<Range> ranges, String language) {
        return ranges.stream()
                .filter(range -> range.covers(language))
                .mapToInt(range -> range.tag().length())
                .max()
                .orElse(0);
    }
}

package org.mangrove.core.audit;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text cites that is the same in every language: where it leads, laws and standards, numbers. */
final class Citations {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"'`)\\]}|\\\\^]+", Pattern.CASE_INSENSITIVE);

    /** What ends a sentence is not part of its last address. */
    private static final Pattern TAIL = Pattern.compile("[.,;:!?…。、，！？؟؛*_]+$");

    /** Directives and regulations of the European Union, standards, sections of German laws, articles. */
    private static final List<Pattern> LAWS = List.of(
            Pattern.compile("\\b(?:19|20)\\d\\d/\\d{1,4}\\b"),
            Pattern.compile(
                    "\\b(?:iso|iec|din|en|dguv|nist|cfr|jis|saso)(?:[ /-](?:iec|iso|en|v|sp))*[ -]?\\d[\\d.-]*\\d"),
            Pattern.compile("§+ ?\\d+[a-z]? \\p{L}+"),
            Pattern.compile("(?:\\bart\\.|\\barticle|\\bartikel|第|المادة) ?\\d+"));

    private static final Pattern ARTICLE = Pattern.compile("^(?:art\\.|article|artikel|第|المادة) ?");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,٫]\\d+)*");

    /** A part of an address that says no more than which language it is in. */
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private static final Pattern LANGUAGE = Pattern.compile("(?i)([a-z]{2})(?:[-_][a-z]{2})?");
    private static final Pattern LANGUAGE_QUERY = Pattern.compile("(?i)(?:^|&)(?:lang|language|locale|hl)=[^&]*");

    /** A number of one digit is said everywhere. */
    private static final int LEAST_DIGITS = 2;

    private Citations() {}

    /** The addresses in a text, in order, each once, as they stand there but for what is behind {@code #}. */
    static List<String> links(String text) {
        var links = new LinkedHashSet<String>();
        Matcher found = LINK.matcher(text);
        while (found.find()) {
            links.add(TAIL.matcher(found.group()).replaceAll("").replaceAll("#.*$", ""));
        }
        return new ArrayList<>(links);
    }

    /** A text that leads elsewhere in the place of {@code link}, which is one of its {@link #links}. */
    static String withLink(String text, String link, String elsewhere) {
        return LINK.matcher(text).replaceAll(found -> {
            String whole = TAIL.matcher(found.group()).replaceAll("");
            String tail = found.group().substring(whole.length());
            boolean isIt = whole.replaceAll("#.*$", "").equals(link);
            return Matcher.quoteReplacement(isIt ? elsewhere + tail : found.group());
        });
    }

    /** An address without what says its language. */
    static String anyLanguage(String link) {
        return uri(link)
                .filter(address -> address.getHost() != null)
                .map(address -> host(address.getHost()) + path(address.getRawPath()) + query(address.getRawQuery()))
                .orElse(link);
    }

    static Optional<URI> uri(String link) {
        try {
            return Optional.of(URI.create(link));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    /** Laws and standards, and the numbers that stand beside them, with Western digits and without what groups them. */
    record Figures(Set<String> laws, Set<String> numbers) {}

    /** The numbers of laws are no numbers. */
    static Figures figures(String text) {
        var laws = new LinkedHashSet<String>();
        String left = plain(text);
        for (Pattern law : LAWS) {
            left = law.matcher(left).replaceAll(found -> {
                laws.add(ARTICLE.matcher(found.group()).replaceAll("article ").replace("§ ", "§"));
                return " ";
            });
        }
        var numbers = new LinkedHashSet<String>();
        Matcher found = NUMBER.matcher(left);
        while (found.find()) {
            String number =
                    found.group().replaceAll("[.,٫](?=\\d{3}(?:\\D|$))", "").replaceAll("[,٫]", ".");
            if (number.length() >= LEAST_DIGITS) {
                numbers.add(number);
            }
        }
        return new Figures(laws, numbers);
    }

    private static String plain(String text) {
        String folded = UCharacter.foldCase(
                Normalizer2.getNFKCInstance().normalize(LINK.matcher(text).replaceAll(" ")), true);
        var plain = new StringBuilder(folded.length());
        folded.codePoints().forEach(each -> {
            if (UCharacter.isDigit(each)) {
                plain.append(UCharacter.digit(each, 10));
            } else {
                plain.appendCodePoint(each);
            }
        });
        return plain.toString();
    }

    private static String host(String host) {
        String small = host.toLowerCase(Locale.ROOT);
        int dot = small.indexOf('.');
        return dot > 0 && isLanguage(small.substring(0, dot)) ? small.substring(dot + 1) : small;
    }

    private static String path(String path) {
        var parts = new StringBuilder();
        for (String part : String.valueOf(path).split("/")) {
            if (!part.isEmpty() && !isLanguage(part)) {
                parts.append('/').append(part);
            }
        }
        return parts.toString();
    }

    private static String query(String query) {
        String left = query == null ? "" : LANGUAGE_QUERY.matcher(query).replaceAll("");
        return left.isEmpty() ? "" : "?" + left;
    }

    private static boolean isLanguage(String part) {
        Matcher tag = LANGUAGE.matcher(part);
        return tag.matches() && LANGUAGES.contains(tag.group(1).toLowerCase(Locale.ROOT));
    }
}

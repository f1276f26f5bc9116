package org.mangrove.journeys;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a route is asked by somebody who may.
 *
 * @param kind as what it is asked
 * @param place the owner's: {@code /t/acme-de}, or nothing for the platform's own address
 * @param status what the owner gets
 * @param before what has to be so each time that the owner asks
 * @param untold what the owner is never told either
 */
record Example(Party.Kind kind, String place, Asked asked, int status, Runnable before, Optional<String> untold) {

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

    Example after(Runnable needed) {
        return new Example(kind, place, asked, status, needed, untold);
    }

    Example withoutTelling(String text) {
        return new Example(kind, place, asked, status, before, Optional.of(text));
    }

    /** Whether anybody may ask. */
    boolean isOpen() {
        return kind == Party.Kind.ANYBODY;
    }

    /** The route that it is an example of; none if it is answered before any route is looked for. */
    Optional<RunningRoutes.Route> of(List<RunningRoutes.Route> routes) {
        String path = asked.path().replaceFirst("\\?.*", "");
        return routes.stream()
                .filter(route -> route.method().equals(asked.method()))
                .filter(route -> fits(route.template(), path))
                .min(Comparator.comparing(
                        route -> PARAMETER.matcher(route.template()).results().count()));
    }

    boolean isOf(RunningRoutes.Servlet servlet) {
        String mapping = servlet.mapping();
        String path = asked.path().replaceFirst("\\?.*", "");
        return mapping.endsWith("/*")
                ? path.startsWith(mapping.substring(0, mapping.length() - 1))
                        || path.equals(mapping.substring(0, mapping.length() - 2))
                : mapping.startsWith("*.") ? path.endsWith(mapping.substring(1)) : path.equals(mapping);
    }

    private static boolean fits(String template, String path) {
        var pattern = new StringBuilder();
        var literal = PARAMETER.matcher(template);
        int end = 0;
        while (literal.find()) {
            pattern.append(Pattern.quote(template.substring(end, literal.start())))
                    .append("[^/]+");
            end = literal.end();
        }
        return path.matches(pattern + Pattern.quote(template.substring(end)));
    }

    @Override
    public String toString() {
        return "%s %s%s, as %s"
                .formatted(asked.method(), place, asked.path(), kind.name().toLowerCase(Locale.ROOT));
    }
}

package org.mangrove.journeys;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mangrove.launcher.Stack;

/** What the running node says that it answers to, always in the same order, so that a new route is seen without being told. */
record RunningRoutes(List<Route> routes, List<Servlet> servlets) {

    /** Answered by the container itself, for every route. */
    private static final String OPTIONS = "OPTIONS";

    /**
     * One method and one address, parts of which may be parameters.
     *
     * @param types of what it answers with
     */
    record Route(String method, String template, List<String> types) {

        private static final Pattern PARAMETER = Pattern.compile("\\{([^}:]+)[^}]*}");

        /** @throws AssertionError if there is no example of a parameter */
        String with(Map<String, String> examples) {
            return PARAMETER
                    .matcher(template)
                    .replaceAll(parameter -> Optional.ofNullable(examples.get(parameter.group(1)))
                            .orElseThrow(() -> new AssertionError("There is no example for " + this)));
        }

        boolean isPage() {
            return method.equals("GET") && types.stream().anyMatch(type -> type.startsWith("text/html"));
        }

        @Override
        public String toString() {
            return method + " " + template;
        }
    }

    /** @param mapping as the container has it, such as {@code /assets/*} */
    record Servlet(String name, String mapping) {}

    static RunningRoutes of(Stack stack) {
        Answer told = new Operator(stack).get("/operator/api/routes").must();
        return new RunningRoutes(
                told.list("routes").stream()
                        .map(route -> new Route(text(route, "method"), text(route, "template"), types(route)))
                        .filter(route -> !route.method().equals(OPTIONS))
                        .sorted(Comparator.comparing(Route::template).thenComparing(Route::method))
                        .toList(),
                told.list("servlets").stream()
                        .map(servlet -> new Servlet(text(servlet, "name"), text(servlet, "mapping")))
                        .sorted(Comparator.comparing(Servlet::mapping))
                        .toList());
    }

    /** Those that people read: they answer with HTML. */
    Stream<Route> pages() {
        return routes.stream().filter(Route::isPage);
    }

    private static List<String> types(Map<?, ?> route) {
        return route.get("types") instanceof List<?> types
                ? types.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static String text(Map<?, ?> told, String field) {
        return String.valueOf(told.get(field));
    }
}

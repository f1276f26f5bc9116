package org.mangrove.journeys;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the running node says that it answers to. */
record RunningRoutes(List<Route> routes, List<Servlet> servlets) {

    /** One method and one address, parts of which may be parameters. */
    record Route(String method, String template) {

        @Override
        public String toString() {
            return method + " " + template;
        }
    }

    /** @param mapping as the container has it, such as {@code /assets/*} */
    record Servlet(String name, String mapping) {}

    static RunningRoutes of(Installation installation) {
        Map<?, ?> told = installation
                .asOperator("GET", "/operator/api/routes", "", new byte[0])
                .must()
                .map();
        return new RunningRoutes(
                maps(told.get("routes"))
                        .map(route -> new Route((String) route.get("method"), (String) route.get("template")))
                        .toList(),
                maps(told.get("servlets"))
                        .map(servlet -> new Servlet((String) servlet.get("name"), (String) servlet.get("mapping")))
                        .toList());
    }

    private static Stream<Map<?, ?>> maps(Object list) {
        return ((List<?>) list).stream().map(element -> (Map<?, ?>) element);
    }
}

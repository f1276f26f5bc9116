package org.mangrove.launcher;

import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code ./mangrove records verify}: has the sums of what people did recounted from what is stored. */
final class RecordsCommand {

    private static final String PATH = "/operator/api/records/verify";
    private static final int NOT_HERE = 404;

    private RecordsCommand() {}

    static int run(List<String> words, PrintStream out) {
        var arguments = Arguments.of(words, Set.of("--state", "--tenant"), Set.of());
        if (!arguments.words().equals(List.of("verify"))) {
            throw new Trouble("Say which: ./mangrove records verify, with --tenant NAME for one tenant alone.");
        }
        RunningStack running =
                RunningStack.find(RunningStack.stateFolder(arguments, Distribution.found()), System.getenv());
        String query = arguments
                .find("--tenant")
                .map(tenant -> "?tenant=" + URLEncoder.encode(tenant, StandardCharsets.UTF_8))
                .orElse("");
        int tenants = 0;
        int wrong = 0;
        OperatorApi.Answer last = new OperatorApi.Answer(NOT_HERE, "");
        for (OperatorApi api : running.apis()) {
            last = api.post(PATH + query, "", new byte[0]);
            if (!last.isDone() && last.status() != NOT_HERE) {
                out.println(last.words());
                return 1;
            }
            if (last.isDone()) {
                for (Object tenant : list(Json.readMap(last.text()), "tenants")) {
                    tenants++;
                    wrong += tell((Map<?, ?>) tenant, out) ? 0 : 1;
                }
            }
        }
        if (tenants == 0) {
            out.println(query.isEmpty() ? "No tenant is served here." : last.words());
            return 1;
        }
        return wrong == 0 ? 0 : 1;
    }

    /** @return whether all is right */
    static boolean tell(Map<?, ?> tenant, PrintStream out) {
        long differences = number(tenant, "differences");
        out.printf(
                "%s: %d statements, %d of them in the rollups, %d days, %s.%n",
                tenant.get("tenant"),
                number(tenant, "statements"),
                number(tenant, "read"),
                number(tenant, "days"),
                differences == 0 ? "no differences" : differences + " differences");
        if (number(tenant, "setAside") > 0) {
            out.printf(
                    "  %d events are among the dead letters: what they tell of is missing.%n",
                    number(tenant, "setAside"));
        }
        for (Object each : list(tenant, "first")) {
            Map<?, ?> difference = (Map<?, ?>) each;
            out.printf(
                    "  %s, %s %s: the rollup says %d, the statements are %d.%n",
                    difference.get("day"),
                    difference.get("kind"),
                    difference.get("term"),
                    number(difference, "kept"),
                    number(difference, "counted"));
        }
        return differences == 0;
    }

    private static List<?> list(Map<?, ?> map, String name) {
        return map.get(name) instanceof List<?> all ? all : List.of();
    }

    private static long number(Map<?, ?> map, String name) {
        return map.get(name) instanceof Number number ? number.longValue() : 0;
    }
}

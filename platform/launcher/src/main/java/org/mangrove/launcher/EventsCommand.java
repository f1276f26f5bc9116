package org.mangrove.launcher;

import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** {@code ./mangrove events}: how far the readers of what happened are, and sending one back. */
final class EventsCommand {

    private static final String PATH = "/operator/api/events";

    private EventsCommand() {}

    static int run(List<String> words, PrintStream out) {
        var arguments = Arguments.of(words, Set.of("--state", "--reader", "--from"), Set.of());
        RunningStack running =
                RunningStack.find(RunningStack.stateFolder(arguments, Distribution.found()), System.getenv());
        if (arguments.words().equals(List.of("status"))) {
            return running.tellAll(api -> api.get(PATH), out) ? 0 : 1;
        }
        if (arguments.words().equals(List.of("replay"))) {
            String query = "?reader=%s&from=%s".formatted(must(arguments, "--reader"), must(arguments, "--from"));
            return running.tellAll(api -> api.post(PATH + "/replays" + query, "", new byte[0]), out) ? 0 : 1;
        }
        throw new Trouble("Say which: ./mangrove events status, or replay --reader NAME --from NUMBER|TIME.");
    }

    private static String must(Arguments arguments, String option) {
        return arguments
                .find(option)
                .map(value -> URLEncoder.encode(value, StandardCharsets.UTF_8))
                .orElseThrow(() ->
                        new Trouble("Say which reader and from where: ./mangrove events replay --reader NAME --from"
                                + " NUMBER|TIME."));
    }
}

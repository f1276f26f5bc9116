package org.mangrove.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code ./mangrove privacy}: searches anew for somebody who was erased, and erases again after a restore. */
final class PrivacyCommand {

    private static final String PATH = "/operator/api/privacy";
    private static final String TEXT = "text/plain";
    private static final int NOT_HERE = 404;

    private PrivacyCommand() {}

    static int run(List<String> words, PrintStream out) {
        var arguments =
                Arguments.of(words, Set.of("--state", "--tenant", "--identifiers", "--cell", "--register"), Set.of());
        String command = String.join(" ", arguments.words());
        if (!Set.of("verify", "replay").contains(command)) {
            throw new Trouble("Say which: ./mangrove privacy verify --tenant NAME --identifiers FILE, or replay"
                    + " [--cell NAME --register FILE].");
        }
        RunningStack running =
                RunningStack.find(RunningStack.stateFolder(arguments, Distribution.found()), System.getenv());
        return command.equals("verify") ? verify(running, arguments, out) : replay(running, arguments, out);
    }

    /** The identifiers come in a file: what stands on a command line everybody on the machine may read. */
    private static int verify(RunningStack running, Arguments arguments, PrintStream out) {
        String tenant = must(arguments, "--tenant");
        byte[] identifiers = read(must(arguments, "--identifiers"));
        OperatorApi.Answer answer = askAll(running, "/verifications?tenant=" + encoded(tenant), identifiers);
        if (!answer.isDone()) {
            out.println(answer.words());
            return 1;
        }
        return tell(Json.readMap(answer.text()), out) ? 0 : 1;
    }

    /** @return whether nobody was found */
    static boolean tell(Map<?, ?> verified, PrintStream out) {
        List<?> findings = verified.get("findings") instanceof List<?> all ? all : List.of();
        out.printf(
                "%s: the register %s; the search found %s.%n",
                verified.get("tenant"),
                Boolean.TRUE.equals(verified.get("registered")) ? "knows an erasure" : "knows no erasure",
                findings.isEmpty() ? "nothing" : "something in " + findings.size() + " places");
        for (Object each : findings) {
            Map<?, ?> finding = (Map<?, ?>) each;
            out.printf("  %s: %s, %s times%n", finding.get("place"), finding.get("what"), finding.get("times"));
        }
        return findings.isEmpty();
    }

    private static int replay(RunningStack running, Arguments arguments, PrintStream out) {
        byte[] register = arguments.find("--register").map(PrivacyCommand::read).orElse(new byte[0]);
        if (register.length == 0 && arguments.find("--cell").isEmpty()) {
            return running.tellAll(api -> api.post(PATH + "/replays", TEXT, register), out) ? 0 : 1;
        }
        OperatorApi.Answer answer = askAll(running, "/replays?cell=" + encoded(must(arguments, "--cell")), register);
        out.println(answer.words());
        return answer.isDone() ? 0 : 1;
    }

    /** The first node that serves it. */
    private static OperatorApi.Answer askAll(RunningStack running, String path, byte[] body) {
        var last = new OperatorApi.Answer(NOT_HERE, "");
        for (OperatorApi api : running.apis()) {
            last = api.post(PATH + path, TEXT, body);
            if (last.status() != NOT_HERE) {
                return last;
            }
        }
        return last;
    }

    private static String must(Arguments arguments, String option) {
        return arguments.find(option).orElseThrow(() -> new Trouble("%s is missing.".formatted(option)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] read(String file) {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException failed) {
            throw Disk.asTrouble("reading " + file, failed);
        }
    }
}

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
import java.util.TreeMap;

/**
 * {@code ./mangrove governance}: has the logs of decisions and proofs made of them verified, and somebody who worked in a core forgotten.
 *
 * <p>Where each log ended when it was verified is kept beside the data. So a log is noticed that was cut off since, even by somebody
 * who can write its end as the platform does.
 */
final class GovernanceCommand {

    private static final String PATH = "/operator/api/governance";
    private static final int NOT_HERE = 404;
    private static final int SHOWN_OF_HASH = 16;

    private GovernanceCommand() {}

    static int run(List<String> words, PrintStream out) {
        var arguments = Arguments.of(
                words, Set.of("--state", "--owner", "--enterprise", "--actor", "--pack"), Set.of("--after-restore"));
        String command = String.join(" ", arguments.words());
        if (!Set.of("verify", "forget").contains(command)) {
            throw new Trouble(
                    "Say which: ./mangrove governance verify, with --owner tenant/NAME or enterprise/NAME for one"
                            + " log alone, or --pack FILE for a proof; or forget --enterprise NAME --actor ID.");
        }
        Path folder = RunningStack.stateFolder(arguments, Distribution.found());
        RunningStack running = RunningStack.find(folder, System.getenv());
        if (command.equals("verify") && arguments.find("--pack").isPresent()) {
            return ProofPack.verify(running, Path.of(arguments.find("--pack").get()), out);
        }
        return command.equals("verify")
                ? verify(running, new StateFolder(folder).decisionsSeen(), arguments, out)
                : forget(running, arguments, out);
    }

    private static int verify(RunningStack running, Path file, Arguments arguments, PrintStream out) {
        var seen = new TreeMap<String, Object>(arguments.has("--after-restore") ? Map.of() : read(file));
        byte[] before = Json.write(seen).getBytes(StandardCharsets.UTF_8);
        String query = arguments
                .find("--owner")
                .map(owner -> "?owner=" + encoded(owner))
                .orElse("");
        int logs = 0;
        int broken = 0;
        var last = new OperatorApi.Answer(NOT_HERE, "");
        for (OperatorApi api : running.apis()) {
            last = api.post(PATH + "/verify" + query, "application/json", before);
            if (!last.isDone() && last.status() != NOT_HERE) {
                out.println(last.words());
                return 1;
            }
            if (last.isDone() && Json.readMap(last.text()).get("chains") instanceof List<?> chains) {
                for (Object each : chains) {
                    Map<?, ?> chain = (Map<?, ?>) each;
                    logs++;
                    if (tell(chain, out)) {
                        seen.put(Json.text(chain, "owner"), headOf(chain));
                    } else {
                        broken++;
                    }
                }
            }
        }
        write(file, seen);
        if (logs == 0) {
            out.println(query.isEmpty() ? "Nobody's decisions are here." : last.words());
            return 1;
        }
        return broken == 0 ? 0 : 1;
    }

    /** @return whether it holds */
    static boolean tell(Map<?, ?> chain, PrintStream out) {
        long entries = number(chain, "entries");
        long openings = number(chain, "openings");
        String hash = String.valueOf(chain.get("hash"));
        out.printf(
                "%s: %d decisions, %d openings, %d forgotten, head %d %s: %s.%n",
                chain.get("owner"),
                entries,
                openings,
                entries - openings,
                number(chain, "head"),
                hash.substring(0, Math.min(SHOWN_OF_HASH, hash.length())),
                chain.get("broken") == null ? "whole" : "broken");
        if (chain.get("broken") instanceof Map<?, ?> broken) {
            out.printf("  Number %d %s.%n", number(broken, "number"), breach(String.valueOf(broken.get("what"))));
            return false;
        }
        return true;
    }

    private static String breach(String what) {
        return switch (what) {
            case "CHANGED" -> "does not say what was hashed";
            case "OPENING_CHANGED" -> "names another decider or another reason than was committed to";
            case "MISSING" -> "is missing";
            case "OUT_OF_PLACE" -> "does not follow from the one before";
            case "BEHIND_THE_END" -> "stands behind the end of the log";
            case "END_CHANGED" -> "is the end of the log, which names another hash";
            case "END_FORGED" -> "is the end of the log, which the platform has not written";
            case "ANOTHER_THAN_SEEN" ->
                "is another decision than was verified before; after a restore, begin anew with --after-restore";
            default -> "is not as it should be: " + what;
        };
    }

    private static int forget(RunningStack running, Arguments arguments, PrintStream out) {
        String path = PATH + "/" + encoded(must(arguments, "--enterprise")) + "/forgotten/"
                + encoded(must(arguments, "--actor"));
        var last = new OperatorApi.Answer(NOT_HERE, "");
        for (OperatorApi api : running.apis()) {
            last = api.post(path, "", new byte[0]);
            if (last.status() != NOT_HERE) {
                break;
            }
        }
        if (!last.isDone()) {
            out.println(last.words());
            return 1;
        }
        out.printf("Forgotten in %d decisions.%n", number(Json.readMap(last.text()), "decisions"));
        return 0;
    }

    private static Map<String, Object> headOf(Map<?, ?> chain) {
        var head = new TreeMap<String, Object>();
        head.put("number", number(chain, "head"));
        head.put("hash", Json.text(chain, "hash"));
        return head;
    }

    private static Map<String, Object> read(Path file) {
        try {
            var seen = new TreeMap<String, Object>();
            if (Files.exists(file)) {
                Json.readMap(Files.readString(file)).forEach((owner, head) -> {
                    if (head != null) {
                        seen.put(String.valueOf(owner), head);
                    }
                });
            }
            return seen;
        } catch (IOException failed) {
            throw Disk.asTrouble("reading " + file, failed);
        } catch (RuntimeException unreadable) {
            throw new Trouble(
                    "%s is not readable: move it away, or begin anew with --after-restore.".formatted(file),
                    unreadable);
        }
    }

    private static void write(Path file, Map<String, Object> seen) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            PrivateFiles.write(file, Json.write(seen) + "\n");
        } catch (IOException failed) {
            throw Disk.asTrouble("writing " + file, failed);
        }
    }

    private static String must(Arguments arguments, String option) {
        return arguments.find(option).orElseThrow(() -> new Trouble("%s is missing.".formatted(option)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static long number(Map<?, ?> map, String name) {
        return map.get(name) instanceof Number number ? number.longValue() : 0;
    }
}

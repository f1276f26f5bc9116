package org.mangrove.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Has a proof of what a market has done about a change of a law verified by the node that serves the market. */
final class ProofPack {

    private static final String PATH = "/operator/api/proof-packs/verify";
    private static final int NOT_HERE = 404;

    private ProofPack() {}

    static int verify(RunningStack running, Path file, PrintStream out) {
        byte[] pack = read(file);
        var last = new OperatorApi.Answer(NOT_HERE, "");
        for (OperatorApi api : running.apis()) {
            last = api.post(PATH, "application/zip", pack);
            if (last.isDone()) {
                return tell(Json.readMap(last.text()), out);
            }
            if (last.status() != NOT_HERE) {
                break;
            }
        }
        out.println(last.status() == NOT_HERE ? "No node that runs serves the market of this proof." : last.words());
        return 1;
    }

    /** @return the exit code */
    static int tell(Map<?, ?> report, PrintStream out) {
        List<?> broken = report.get("broken") instanceof List<?> some ? some : List.of();
        out.printf(
                "%s, %s: %d assigned again, %d have learned, %d erased; %d decisions: %s.%n",
                report.get("market"),
                report.get("legalReference"),
                number(report, "assigned"),
                number(report, "learned"),
                number(report, "erased"),
                number(report, "decisions"),
                broken.isEmpty() ? "whole" : "broken");
        if (report.get("register") instanceof List<?> register) {
            for (Object each : register) {
                Map<?, ?> erased = (Map<?, ?>) each;
                out.printf(
                        "  Erased on %s: entry %s of the register of erasures.%n",
                        erased.get("at"), erased.get("register"));
            }
        }
        if (number(report, "erasedSince") > 0) {
            out.printf(
                    "  Erased since it was made: %d. Do not pass it on, make a new one.%n",
                    number(report, "erasedSince"));
        }
        if (!Boolean.TRUE.equals(report.get("core"))) {
            out.println("  What the core has decided was not held against its log: this node does not serve it.");
        }
        for (Object each : broken) {
            Map<?, ?> breach = (Map<?, ?>) each;
            out.printf("  %s %s.%n", breach.get("where"), words(String.valueOf(breach.get("what"))));
        }
        return broken.isEmpty() ? 0 : 1;
    }

    private static String words(String what) {
        return switch (what) {
            case "UNREADABLE" -> "cannot be read";
            case "FILE_MISSING" -> "is missing";
            case "FILE_CHANGED" -> "is not as it was sealed";
            case "FILE_ADDED" -> "does not belong to it";
            case "SEAL_FORGED" -> "has not the seal of this market";
            case "DECISION_CHANGED" -> "does not say what was hashed";
            case "DECISION_MISSING" -> "does not follow the decision before";
            case "NOT_IN_LOG" -> "is not in the log";
            case "COMMITMENT_BROKEN" -> "is not what was promised";
            case "PEOPLE_MISSING" -> "has not everybody who was assigned, or others";
            case "SUMS_WRONG" -> "has other sums than the people in it";
            case "NOT_ERASED" -> "says of somebody that they were erased who were not";
            default -> "is not as it should be: " + what;
        };
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw Disk.asTrouble("reading " + file, failed);
        }
    }

    private static long number(Map<?, ?> map, String name) {
        return map.get(name) instanceof Number number ? number.longValue() : 0;
    }
}

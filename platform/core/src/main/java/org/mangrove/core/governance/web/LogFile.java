package org.mangrove.core.governance.web;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.LongFunction;
import org.mangrove.core.governance.LogLine;

/** A whole log as JSON Lines, to be verified elsewhere. */
final class LogFile {

    private LogFile() {}

    /** @param after gives the lines after a number, and none after the last */
    static Response of(String name, LongFunction<List<LogLine>> after) {
        StreamingOutput lines = to -> {
            long last = 0;
            List<LogLine> some = after.apply(last);
            while (!some.isEmpty()) {
                for (LogLine line : some) {
                    to.write((line.text() + "\n").getBytes(StandardCharsets.UTF_8));
                }
                last = some.getLast().number();
                some = after.apply(last);
            }
        };
        return Response.ok(lines, "application/jsonl")
                .header("Content-Disposition", "attachment; filename=\"decisions-" + name + ".jsonl\"")
                .header("Cache-Control", "private, no-store")
                .build();
    }
}

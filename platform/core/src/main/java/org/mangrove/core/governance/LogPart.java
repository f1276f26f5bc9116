package org.mangrove.core.governance;

import java.util.List;

/**
 * A part of a log to look at.
 *
 * @param decisions the latest first
 * @param hasMore whether there are earlier ones
 * @param kinds the words of all kinds that the log has
 * @param assets all that it has decisions about
 * @param verification of its last entries
 */
public record LogPart(
        List<LoggedDecision> decisions,
        boolean hasMore,
        List<String> kinds,
        List<String> assets,
        Verification verification) {

    public LogPart {
        decisions = List.copyOf(decisions);
        kinds = List.copyOf(kinds);
        assets = List.copyOf(assets);
    }
}

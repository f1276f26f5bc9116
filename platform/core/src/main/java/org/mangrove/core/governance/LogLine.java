package org.mangrove.core.governance;

import org.mangrove.core.governance.store.StoredDecision;

/**
 * An entry as it is taken along: what is hashed and what was committed to stand in it as they were hashed.
 *
 * @param number of the entry
 * @param text JSON in one line
 */
public record LogLine(long number, String text) {

    static String text(StoredDecision decision) {
        String opening = decision.opening()
                .map(open -> ",\"opening\":{\"salt\":\"%s\",\"content\":%s}".formatted(open.salt(), open.content()))
                .orElse("");
        return "{\"hash\":\"%s\",\"entry\":%s%s}"
                .formatted(decision.entry().hash(), decision.entry().body(), opening);
    }
}

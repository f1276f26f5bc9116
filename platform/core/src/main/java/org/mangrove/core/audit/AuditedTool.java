package org.mangrove.core.audit;

import java.util.Locale;
import java.util.Set;

/**
 * A plugin, connector or other tool.
 *
 * @param purpose what it is for, as it says itself
 * @param language of the purpose
 * @param points which extension points of the platform it serves
 * @param capabilities what it can do, by words that are the same for all tools; empty if it does not say
 * @param markets in which it is switched on
 */
public record AuditedTool(
        String id, String purpose, Locale language, Set<String> points, Set<String> capabilities, Set<String> markets) {

    public AuditedTool {
        points = Set.copyOf(points);
        capabilities = Set.copyOf(capabilities);
        markets = Set.copyOf(markets);
    }
}

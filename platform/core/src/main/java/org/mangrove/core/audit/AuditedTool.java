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
 * @param entry what the register of components says of it
 */
public record AuditedTool(
        String id,
        String purpose,
        Locale language,
        Set<String> points,
        Set<String> capabilities,
        Set<String> markets,
        Fact<ToolEntry> entry) {

    public AuditedTool {
        points = Set.copyOf(points);
        capabilities = Set.copyOf(capabilities);
        markets = Set.copyOf(markets);
    }

    /** One of which it is not known what the register says. */
    public AuditedTool(
            String id,
            String purpose,
            Locale language,
            Set<String> points,
            Set<String> capabilities,
            Set<String> markets) {
        this(id, purpose, language, points, capabilities, markets, Fact.unknown());
    }

    AuditedTool with(ToolEntry said) {
        return new AuditedTool(id, purpose, language, points, capabilities, markets, Fact.of(said));
    }

    AuditedTool withoutEntry() {
        return new AuditedTool(id, purpose, language, points, capabilities, markets, Fact.none());
    }

    /** What the register says that it is for. */
    Set<String> purposes() {
        return entry instanceof Fact.Known<ToolEntry>(ToolEntry known) ? known.purposes() : Set.of();
    }
}

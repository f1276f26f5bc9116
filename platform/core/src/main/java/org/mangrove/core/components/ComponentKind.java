package org.mangrove.core.components;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a component is to the platform. */
public enum ComponentKind {
    /** A plugin, by its id: its extensions are asked. */
    PLUGIN,
    /** A system that sends statements to a tenant's record store, reads them there, or gets them sent on. */
    SYSTEM,
    /** Anything else that learning is done with, and that the platform does not see. */
    TOOL;

    /** As files, addresses and messages call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ComponentKind> find(String word) {
        return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}

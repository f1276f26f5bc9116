package org.mangrove.core.approval.web;

import java.util.Map;
import java.util.UUID;

/** Names stay in their zone: of actors the public name is shown that they agreed to, or else the beginning of the pseudonym. */
public record People(Map<UUID, String> names) {

    private static final int SHOWN = 8;

    public People {
        names = Map.copyOf(names);
    }

    public String name(UUID actor) {
        return names.getOrDefault(actor, actor.toString().substring(0, SHOWN));
    }
}

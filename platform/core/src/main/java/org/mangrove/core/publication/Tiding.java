package org.mangrove.core.publication;

import java.util.Objects;

/**
 * What a cell tells the core of itself: figures and states, and of words of its tenants only those that they have offered
 * themselves.
 *
 * @param type whose matter it is, such as {@code adaptation.market}
 * @param subject what it is about, such as the slug of a tenant; a newer tiding takes the place of an older one about the same
 * @param payload JSON
 */
public record Tiding(String type, String subject, String payload) {

    public Tiding {
        Objects.requireNonNull(type, "A tiding has a type");
        Objects.requireNonNull(subject, "A tiding has a subject");
        Objects.requireNonNull(payload, "A tiding has a payload");
    }
}

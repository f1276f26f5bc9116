package org.mangrove.core.publication;

import java.util.Objects;

/**
 * What cells may read of the core as long as the core says so, and what must be gone everywhere when it does not any more. So it is
 * not in the feed's chain, of which nothing can be taken out.
 *
 * @param type whose matter it is, such as {@code adaptation.shared}
 * @param subject which of that type it is
 * @param payload JSON
 */
public record Leaf(String type, String subject, String payload) {

    public Leaf {
        Objects.requireNonNull(type, "A leaf has a type");
        Objects.requireNonNull(subject, "A leaf has a subject");
        Objects.requireNonNull(payload, "A leaf has a payload");
    }
}

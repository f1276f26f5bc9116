package org.mangrove.core.records;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The names of the documents about something.
 *
 * @param modifiedAt when one of them was changed last
 */
public record DocumentNames(List<String> names, Optional<Instant> modifiedAt) {

    public DocumentNames {
        names = List.copyOf(names);
    }
}

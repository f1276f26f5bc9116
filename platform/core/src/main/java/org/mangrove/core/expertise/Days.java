package org.mangrove.core.expertise;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Days as forms send them. */
final class Days {

    private Days() {}

    static Optional<LocalDate> read(String day) {
        try {
            return Optional.of(LocalDate.parse(day));
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }
}

package org.mangrove.core.audit;

import java.util.Optional;

/**
 * What is known about something. That there is none is known, too; that nobody has said is something else, and no detector may
 * take the one for the other.
 */
public sealed interface Fact<T> {

    record Known<T>(T value) implements Fact<T> {}

    /** It is known that there is none. */
    record None<T>() implements Fact<T> {}

    /** Where this is looked through, nobody can tell. */
    record Unknown<T>() implements Fact<T> {}

    static <T> Fact<T> of(T value) {
        return new Known<>(value);
    }

    static <T> Fact<T> none() {
        return new None<>();
    }

    static <T> Fact<T> unknown() {
        return new Unknown<>();
    }

    static <T> Fact<T> ofOptional(Optional<T> value) {
        return value.map(Fact::of).orElseGet(Fact::none);
    }

    default boolean isUnknown() {
        return this instanceof Unknown;
    }
}

package org.mangrove.core.identity.store;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Roles as they lie in a column: names with commas between, in the order in which they are declared. */
final class EnumNames {

    private EnumNames() {}

    static <E extends Enum<E>> String write(Collection<E> values) {
        return values.stream().sorted().map(Enum::name).distinct().collect(Collectors.joining(","));
    }

    static <E extends Enum<E>> Set<E> read(String names, Class<E> type) {
        return Arrays.stream(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(name -> Enum.valueOf(type, name))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(type)));
    }
}

package org.mangrove.journeys;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What an owner has that is named in addresses and forms, and for each such thing the name of one that never was. */
final class Belongings {

    /** Who may know of something besides its owner. */
    enum Among {
        NOBODY,
        ITS_ENTERPRISE,
        EVERYBODY
    }

    private record Thing(Among among, Supplier<String> real, Supplier<String> never) {}

    private final Map<String, Thing> things = new HashMap<>();

    Belongings add(String name, Among among, String real, String never) {
        return add(name, among, () -> real, () -> never);
    }

    /** Something that is made anew each time, since it can be used once. */
    Belongings add(String name, Among among, Supplier<String> real, Supplier<String> never) {
        things.put(name, new Thing(among, real, never));
        return this;
    }

    /** What is called so in a form or an address and belongs to nobody in particular. */
    Belongings plain(String name, String value) {
        return add(name, Among.EVERYBODY, value, value);
    }

    Map<String, String> real(Collection<String> names) {
        return values(names, name -> must(name).real().get());
    }

    Map<String, String> never(Collection<String> names) {
        return values(names, name -> must(name).never().get());
    }

    /** Those of {@code names} that a stranger must not know, even one of the same enterprise if {@code isOfTheHouse}. */
    Set<String> walled(Collection<String> names, boolean isOfTheHouse) {
        return names.stream()
                .filter(name -> switch (must(name).among()) {
                    case NOBODY -> true;
                    case ITS_ENTERPRISE -> !isOfTheHouse;
                    case EVERYBODY -> false;
                })
                .collect(Collectors.toSet());
    }

    /** What identifies the owner's things beyond doubt, wherever it is read. */
    Map<String, String> unmistakable() {
        return things.entrySet().stream()
                .filter(thing -> thing.getValue().among() == Among.NOBODY)
                .filter(thing -> thing.getKey().matches("certificate|code|statement|registration|actor|course|person"))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, thing -> thing.getValue().real().get()));
    }

    private static Map<String, String> values(Collection<String> names, UnaryOperator<String> value) {
        var values = new LinkedHashMap<String, String>();
        names.forEach(name -> values.put(name, value.apply(name)));
        return values;
    }

    private Thing must(String name) {
        Thing thing = things.get(name);
        if (thing == null) {
            throw new AssertionError("There is no example for {" + name + "}");
        }
        return thing;
    }
}

package org.mangrove.core.packages;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.sdk.Message;

/**
 * What a package has kept of an attempt, by the names of its standard. It comes out of a program of other hands in somebody's browser: it is
 * measured, and nothing in it is believed beyond that.
 */
record RunValues(SortedMap<String, String> values) {

    static final RunValues NONE = new RunValues(new TreeMap<>());

    private static final int MOST = 2_000;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_VALUE = 64_000;
    private static final int LONGEST = 250_000;
    private static final TypeReference<TreeMap<String, String>> TYPE = new TypeReference<>() {};

    RunValues {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** @throws Refusal.Invalid if it is not what a package says */
    static RunValues parse(String json) {
        if (json.length() > LONGEST) {
            throw new Refusal.Invalid("values", Message.of("packages.run.too-much"));
        }
        try {
            var read = new RunValues(Definitions.read(json, TYPE));
            if (read.isPlain()) {
                return read;
            }
        } catch (IllegalArgumentException | NullPointerException unreadable) {
            // told below
        }
        throw new Refusal.Invalid("values", Message.of("packages.run.unreadable"));
    }

    private boolean isPlain() {
        return values.size() <= MOST
                && values.entrySet().stream()
                        .allMatch(value -> value.getKey().length() <= LONGEST_NAME
                                && value.getKey().matches("(cmi|adl)\\.[a-z0-9_.]+")
                                && value.getValue().length() <= LONGEST_VALUE);
    }

    static RunValues read(String document) {
        return new RunValues(Definitions.read(document, TYPE));
    }

    String write() {
        return Definitions.write(Map.copyOf(values));
    }
}

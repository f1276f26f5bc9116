package org.mangrove.core.quality;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a rubric demands of one kind.
 *
 * @param mayWarn whether an enterprise may let it pass with a warning
 * @param weight how much its points count in the whole
 */
public record Criterion(
        CriterionKind kind, Severity severity, boolean mayWarn, int weight, SortedMap<String, Parameter> parameters) {

    public Criterion {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    public int parameter(String name) {
        Parameter parameter = parameters.get(name);
        if (parameter == null) {
            throw new IllegalArgumentException("The rubric says nothing about " + name + " of " + kind.word());
        }
        return parameter.value();
    }

    public boolean has(String name) {
        return parameters.containsKey(name);
    }
}

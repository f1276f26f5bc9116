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

    /**
     * As an enterprise wants it. What cannot be, since a later release allows less, is as near to it as may be.
     *
     * @param name of a parameter, or {@code severity}
     */
    Criterion with(String name, String value) {
        if (name.equals("severity")) {
            boolean warns = value.equals(Severity.WARNS.word()) && mayWarn;
            return new Criterion(kind, warns ? Severity.WARNS : Severity.BLOCKS, mayWarn, weight, parameters);
        }
        Parameter before = parameters.get(name);
        if (before == null || !value.matches("\\d{1,9}")) {
            return this;
        }
        var changed = new TreeMap<>(parameters);
        changed.put(name, before.with(Integer.parseInt(value)));
        return new Criterion(kind, severity, mayWarn, weight, changed);
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

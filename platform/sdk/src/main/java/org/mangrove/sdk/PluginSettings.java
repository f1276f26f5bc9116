package org.mangrove.sdk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the tenant's configuration sets for a plugin.
 *
 * <p>A setting of another kind than the one asked for is a mistake of the configuration, and is told with its name.
 */
public final class PluginSettings {

    private static final PluginSettings NONE = new PluginSettings(Map.of());

    private final Map<String, Object> values;

    private PluginSettings(Map<String, Object> values) {
        this.values = Map.copyOf(values);
    }

    public static PluginSettings none() {
        return NONE;
    }

    /** @param values texts, numbers, booleans and lists of them, by name */
    public static PluginSettings of(Map<String, Object> values) {
        return new PluginSettings(values);
    }

    public PluginSettings with(String name, Object value) {
        var more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new PluginSettings(more);
    }

    public String text(String name, String otherwise) {
        return get(name, String.class, otherwise);
    }

    public int number(String name, int otherwise) {
        return get(name, Number.class, otherwise).intValue();
    }

    public boolean flag(String name, boolean otherwise) {
        return get(name, Boolean.class, otherwise);
    }

    /** The texts of a list; none if it is not set. */
    public List<String> texts(String name) {
        List<?> elements = get(name, List.class, List.of());
        return elements.stream().map(element -> as(name, String.class, element)).toList();
    }

    private <T> T get(String name, Class<T> type, T otherwise) {
        Object value = values.get(name);
        return value == null ? otherwise : as(name, type, value);
    }

    private static <T> T as(String name, Class<T> type, Object value) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("The setting %s should be a %s and is %s"
                    .formatted(name, type.getSimpleName().toLowerCase(Locale.ROOT), value));
        }
        return type.cast(value);
    }

    @Override
    public String toString() {
        return "PluginSettings" + values.keySet();
    }
}

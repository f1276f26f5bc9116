package org.mangrove.core.extension;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mangrove.core.extension.PluginFailed.Kind;

/**
 * Lets values through from a plugin and nothing else: an object of a plugin's own class would bring its code to the
 * threads of the core, and keep its class loader alive.
 */
final class Values {

    private Values() {}

    /** The same value, with collections of the core's own making. Runs on the plugin's thread. */
    @SuppressWarnings("unchecked")
    static <A> A copy(A answer, ClassLoader plugin) throws PluginFailed {
        return (A) copyAny(answer, plugin);
    }

    private static Object copyAny(Object value, ClassLoader plugin) throws PluginFailed {
        return switch (value) {
            case List<?> list -> {
                var copy = new ArrayList<Object>();
                for (Object element : list) {
                    copy.add(copyAny(element, plugin));
                }
                yield List.copyOf(copy);
            }
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<Object, Object>();
                for (var entry : map.entrySet()) {
                    copy.put(copyAny(entry.getKey(), plugin), copyAny(entry.getValue(), plugin));
                }
                yield Map.copyOf(copy);
            }
            case Set<?> set -> Set.copyOf((List<?>) copyAny(List.copyOf(set), plugin));
            case Optional<?> perhaps -> {
                if (perhaps.isPresent()) {
                    yield Optional.of(copyAny(perhaps.get(), plugin));
                }
                yield perhaps;
            }
            case Record record -> {
                mustBeOurs(record, plugin);
                for (RecordComponent component : record.getClass().getRecordComponents()) {
                    copyAny(read(component, record), plugin);
                }
                yield record;
            }
            default -> {
                mustBeOurs(value, plugin);
                yield value;
            }
        };
    }

    private static void mustBeOurs(Object value, ClassLoader plugin) throws PluginFailed {
        for (ClassLoader loader = value.getClass().getClassLoader(); loader != null; loader = loader.getParent()) {
            if (loader == plugin) {
                throw new PluginFailed(Kind.NOT_A_VALUE);
            }
        }
    }

    private static Object read(RecordComponent component, Record record) throws PluginFailed {
        try {
            return component.getAccessor().invoke(record);
        } catch (InvocationTargetException | IllegalAccessException problem) {
            throw new PluginFailed(Kind.NOT_A_VALUE, problem);
        }
    }
}

package org.mangrove.server.walls;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes down what a store answered, whole, so that two answers can be compared. */
final class Rendering {

    private Rendering() {}

    static String of(@Nullable Object answer) {
        try {
            return switch (answer) {
                case null -> "nothing";
                case Optional<?> some -> some.map(Rendering::of).orElse("empty");
                case Collection<?> many -> many.stream().map(Rendering::of).collect(Collectors.joining(", ", "[", "]"));
                case Map<?, ?> map ->
                    map.entrySet().stream()
                            .map(each -> of(each.getKey()) + ": " + of(each.getValue()))
                            .sorted()
                            .collect(Collectors.joining(", ", "{", "}"));
                case Object[] row -> Arrays.stream(row).map(Rendering::of).collect(Collectors.joining(", ", "[", "]"));
                case byte[] bytes -> SampleRows.hex(bytes);
                case Record record -> record(record);
                default -> isMapped(answer.getClass()) ? row(answer) : answer.toString();
            };
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException(hidden);
        }
    }

    private static boolean isMapped(Class<?> type) {
        return type.isAnnotationPresent(Entity.class) || type.isAnnotationPresent(Embeddable.class);
    }

    private static String record(Record record) throws ReflectiveOperationException {
        var text = new StringBuilder(record.getClass().getSimpleName());
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            component.getAccessor().setAccessible(true);
            text.append(' ')
                    .append(component.getName())
                    .append('=')
                    .append(of(component.getAccessor().invoke(record)));
        }
        return text.toString();
    }

    private static String row(Object row) throws ReflectiveOperationException {
        var text = new StringBuilder(row.getClass().getSimpleName());
        for (Class<?> at = row.getClass(); at != Object.class; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    text.append(' ').append(field.getName()).append('=').append(of(field.get(row)));
                }
            }
        }
        return text.toString();
    }
}

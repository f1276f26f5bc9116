package org.mangrove.core.database;

import jakarta.persistence.Entity;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.HandlesTypes;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.jspecify.annotations.Nullable;

/** The entities of the application: the container finds them, so that no list of them can be forgotten. */
@HandlesTypes(Entity.class)
public final class Entities implements ServletContainerInitializer {

    private static final Set<Class<?>> FOUND = new CopyOnWriteArraySet<>();

    @Override
    public void onStartup(@Nullable Set<Class<?>> types, ServletContext context) {
        if (types != null) {
            types.stream()
                    .filter(Objects::nonNull)
                    .filter(type -> type.isAnnotationPresent(Entity.class))
                    .filter(type -> !Modifier.isAbstract(type.getModifiers()))
                    .forEach(FOUND::add);
        }
    }

    static List<Class<?>> of(Shape shape) {
        return FOUND.stream()
                .filter(type -> {
                    var home = type.getAnnotation(StoredIn.class);
                    if (home == null) {
                        throw new IllegalStateException(type.getName() + " does not say where it is stored: @StoredIn");
                    }
                    return home.value() == shape;
                })
                .toList();
    }
}

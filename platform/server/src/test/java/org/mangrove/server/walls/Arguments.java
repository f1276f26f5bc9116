package org.mangrove.server.walls;

import jakarta.persistence.Entity;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.TenantId;

/** What a store's method can be asked with by one owner, so that it means the rows of {@link SampleRows} as far as it can. */
record Arguments(Owner owner) {

    private static final int MOST_QUESTIONS = 24;

    /** Whether the method can be asked in the name of somebody. */
    static boolean nameAnOwner(java.lang.reflect.Method method) {
        return Arrays.stream(method.getGenericParameterTypes()).anyMatch(Arguments::namesAnOwner);
    }

    /** By itself, or in what it consists of. */
    private static boolean namesAnOwner(Type wanted) {
        if (wanted instanceof ParameterizedType some) {
            return namesAnOwner(some.getRawType())
                    || Arrays.stream(some.getActualTypeArguments()).anyMatch(Arguments::namesAnOwner);
        }
        return wanted instanceof Class<?> type
                && (isAnOwner(type)
                        || (type.isRecord()
                                && Arrays.stream(type.getRecordComponents())
                                        .anyMatch(component -> namesAnOwner(component.getGenericType()))));
    }

    private static boolean isAnOwner(Class<?> type) {
        return type == TenantId.class
                || type == EnterpriseId.class
                || type == TenantProfile.class
                || type == Enterprise.class
                || type.isAnnotationPresent(Entity.class);
    }

    /** All that it is worth asking with. */
    List<Object[]> of(java.lang.reflect.Method method) throws ReflectiveOperationException {
        List<Object[]> questions = List.of(new Object[0][]);
        questions = new ArrayList<>(List.<Object[]>of(new Object[0]));
        for (java.lang.reflect.Parameter parameter : method.getParameters()) {
            var longer = new ArrayList<Object[]>();
            for (Object[] question : questions) {
                for (Object value : values(parameter.getParameterizedType(), parameter.getName())) {
                    Object[] more = Arrays.copyOf(question, question.length + 1);
                    more[question.length] = value;
                    longer.add(more);
                }
            }
            questions = longer;
        }
        return questions.subList(0, Math.min(MOST_QUESTIONS, questions.size()));
    }

    private List<Object> values(Type wanted, String name) throws ReflectiveOperationException {
        Class<?> type = wanted instanceof ParameterizedType some ? (Class<?>) some.getRawType() : (Class<?>) wanted;
        if (type == TenantId.class) {
            return List.of(owner.tenant().tenant().id());
        } else if (type == EnterpriseId.class) {
            return List.of(owner.enterprise().id());
        } else if (type == TenantProfile.class) {
            return List.of(owner.tenant(), owner.newcomer());
        } else if (type == Enterprise.class) {
            return List.of(owner.enterprise());
        } else if (type == UUID.class) {
            return List.of(SampleRows.ID, new UUID(0, 0));
        } else if (type == String.class) {
            return name.equals("cell")
                    ? List.of(owner.tenant().cell())
                    : List.of(SampleRows.WORD, SampleRows.OTHER_WORD);
        } else if (type == Digest.class) {
            return List.of(Digest.parse(SampleRows.DIGEST).orElseThrow());
        } else if (type == byte[].class) {
            return List.of(SampleRows.HASH);
        } else if (type == Instant.class) {
            return List.of(SampleRows.TIME.minus(Duration.ofDays(1)), SampleRows.TIME.plus(Duration.ofDays(1)));
        } else if (type == Duration.class) {
            return List.of(Duration.ofHours(1));
        } else if (type == LocalDate.class) {
            return List.of(LocalDate.parse("2026-01-15"));
        } else if (type == ZoneId.class) {
            return List.of(ZoneId.of("Europe/Berlin"));
        } else if (type == int.class) {
            return name.matches("most|limit") ? List.of(100, 1) : List.of(SampleRows.NUMBER, 0);
        } else if (type == long.class || type == Long.class) {
            return List.of((long) SampleRows.NUMBER, 0L);
        } else if (type == boolean.class) {
            return List.of(true, false);
        } else if (type == Locale.class) {
            return List.of(Locale.GERMAN);
        } else if (type == Optional.class) {
            Object inside = values(argument(wanted), name).getFirst();
            return List.of(Optional.empty(), Optional.of(inside));
        } else if (type == Set.class) {
            return List.of(argument(wanted) == UUID.class ? Set.of(SampleRows.ID) : Set.of());
        } else if (Collection.class.isAssignableFrom(type)) {
            return collections(argument(wanted), name);
        } else if (type == Map.class) {
            return List.of(ofOwner((ParameterizedType) wanted, name));
        } else if (type == SortedMap.class) {
            return List.of(new TreeMap<>(ofOwner((ParameterizedType) wanted, name)));
        } else if (type == Consumer.class) {
            return List.of((Consumer<Object>) given -> {});
        } else if (type.isEnum()) {
            return List.of(type.getEnumConstants()[0]);
        } else if (type.isRecord()) {
            return List.of(record(type, 0), record(type, 1));
        } else if (type.isAnnotationPresent(Entity.class)) {
            return List.of(row(type));
        }
        throw new IllegalArgumentException("There is no example of a " + type.getName());
    }

    /** Of one each, where it matters whose it is. */
    private List<Object> collections(Type inside, String name) throws ReflectiveOperationException {
        if (inside == UUID.class) {
            return List.of(List.of(SampleRows.ID));
        }
        return namesAnOwner(inside) || inside == byte[].class
                ? values(inside, name).stream().<Object>map(List::of).toList()
                : List.of(List.of());
    }

    /** With the owner as its only key, if it has owners as keys. */
    private Map<?, ?> ofOwner(ParameterizedType wanted, String name) throws ReflectiveOperationException {
        Type[] arguments = wanted.getActualTypeArguments();
        return namesAnOwner(arguments[0])
                ? Map.of(
                        values(arguments[0], name).getFirst(),
                        values(bound(arguments[1]), name).getFirst())
                : Map.of();
    }

    private Object record(Class<?> type, int choice) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        var types = new Class<?>[components.length];
        var values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            List<Object> possible = values(components[i].getGenericType(), components[i].getName());
            values[i] = possible.get(Math.min(choice, possible.size() - 1));
        }
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    /** A row that no database has, with its owner and its id. */
    private Object row(Class<?> type) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        Object row = constructor.newInstance();
        for (Class<?> at = type; at != Object.class; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                field.setAccessible(true);
                switch (field.getName()) {
                    case "id" -> field.set(row, SampleRows.ID);
                    case "tenant" -> field.set(row, owner.tenantNumber());
                    case "enterprise" -> field.set(row, owner.enterpriseNumber());
                    default -> {}
                }
            }
        }
        return row;
    }

    private static Type argument(Type wanted) {
        return bound(((ParameterizedType) wanted).getActualTypeArguments()[0]);
    }

    private static Type bound(Type argument) {
        return argument instanceof java.lang.reflect.WildcardType any ? any.getUpperBounds()[0] : argument;
    }
}

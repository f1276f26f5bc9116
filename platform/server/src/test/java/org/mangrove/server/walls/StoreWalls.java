package org.mangrove.server.walls;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.mangrove.core.database.AcrossTheWall;
import org.mangrove.core.database.DatabaseName;
import org.mangrove.core.database.EveryTenant;
import org.mangrove.core.database.Sessions;
import org.mangrove.core.events.store.OutboxRows;

/**
 * Asks all that a store can be asked in the name of one owner, with rows of another owner beside and without them. The two
 * answers must be the same, and the other's rows as they were: then the store's answers come from its owner's rows alone.
 *
 * <p>Stores and their methods are found; a new one is asked without being told.
 */
@ApplicationScoped
public class StoreWalls {

    private static final int ENOUGH = 1000;

    @Inject
    BeanManager beans;

    @Inject
    Sessions sessions;

    @Inject
    OutboxRows outbox;

    @Inject
    UserTransaction transaction;

    private Optional<SampleRows> tables = Optional.empty();

    /** What one method answered to one question. */
    private record Question(Class<?> store, Method method, Object[] arguments) {

        @Override
        public String toString() {
            return "%s.%s%s".formatted(store.getSimpleName(), method.getName(), Rendering.of(arguments));
        }
    }

    /** @param rowsOfTheOther empty if it could not be asked */
    private record Answer(String text, Optional<String> rowsOfTheOther) {}

    /** The stores of the platform. */
    List<Class<?>> stores() {
        return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(Bean::getBeanClass)
                .filter(type -> type.getName().startsWith("org.mangrove.core."))
                .filter(type -> type.getPackageName().endsWith(".store"))
                .distinct()
                .sorted(Comparator.comparing(Class::getName))
                .toList();
    }

    /** The methods of a store that can be asked in somebody's name. */
    static List<Method> methods(Class<?> store) {
        return Arrays.stream(store.getMethods())
                .filter(method -> method.getDeclaringClass().getName().startsWith("org.mangrove."))
                .filter(method -> !method.isBridge() && !Modifier.isStatic(method.getModifiers()))
                .filter(Arguments::nameAnOwner)
                .filter(method -> !isOfOneRow(method))
                .sorted(Comparator.comparing(Method::toString))
                .toList();
    }

    /** Keeps or removes the very row that it is given, which names its owner. */
    private static boolean isOfOneRow(Method method) {
        return method.getReturnType() == void.class
                && method.getParameterCount() == 1
                && method.getParameterTypes()[0].isAnnotationPresent(Entity.class);
    }

    /** The methods that could not be tried in any way, since each question to them failed. */
    List<String> unanswered(List<Class<?>> stores, Owner owner, Owner other) {
        SampleRows rows = rows();
        rows.leave(List.of(owner, other), List.of(owner, other));
        try {
            Map<Question, Answer> answers = ask(questions(stores, owner), rows, other);
            Map<String, Set<String>> byMethod = new TreeMap<>();
            answers.forEach((question, answer) -> byMethod.computeIfAbsent(
                            question.store().getSimpleName() + "."
                                    + question.method().getName(),
                            none -> new TreeSet<>())
                    .add(answer.rowsOfTheOther().map(answered -> "").orElse(answer.text())));
            return byMethod.entrySet().stream()
                    .filter(method -> !method.getValue().contains(""))
                    .map(Object::toString)
                    .toList();
        } finally {
            rows.leave(List.of(), List.of(owner, other));
        }
    }

    /** What shows through from {@code other} to {@code owner}; nothing if the walls stand. */
    List<String> breaches(List<Class<?>> stores, Owner owner, Owner other) {
        SampleRows rows = rows();
        List<Question> questions = questions(stores, owner);
        var found = new ArrayList<String>();
        try {
            compare(rows, questions, List.of(), other, List.of(owner, other), found);
            compare(rows, questions, List.of(owner), other, List.of(owner, other), found);
        } finally {
            rows.leave(List.of(), List.of(owner, other));
        }
        if (stores.contains(OutboxRows.class)) {
            found.addAll(numbering(owner, other));
        }
        return found;
    }

    /** Two events of the same id, one of each owner: each gets a number of its own. */
    private List<String> numbering(Owner owner, Owner other) {
        return inATransaction(() -> {
            try {
                for (Owner each : List.of(owner, other)) {
                    outbox.add(
                            each.tenant().tenant().id(),
                            SampleRows.HIGHER_ID,
                            "Event",
                            SampleRows.WORD,
                            SampleRows.TIME);
                }
                outbox.number(owner.tenant().cell(), ENOUGH);
            } catch (RuntimeException failed) {
                return List.of("The numbering of events fails: " + causes(failed));
            }
            return List.<String>of();
        });
    }

    private SampleRows rows() {
        if (tables.isEmpty()) {
            tables = Optional.of(SampleRows.read());
        }
        return tables.get();
    }

    private void compare(
            SampleRows rows,
            List<Question> questions,
            List<Owner> there,
            Owner other,
            List<Owner> all,
            List<String> found) {
        rows.leave(there, all);
        List<String> without = snapshots(rows, other);
        Map<Question, Answer> alone = ask(questions, rows, other);
        rows.leave(Stream.concat(there.stream(), Stream.of(other)).toList(), all);
        List<String> with = snapshots(rows, other);
        Map<Question, Answer> beside = ask(questions, rows, other);
        questions.forEach(question -> {
            Answer first = alone.get(question);
            Answer second = beside.get(question);
            if (!first.text().equals(second.text())) {
                found.add("%s answers %s, and with another's rows beside %s"
                        .formatted(question, first.text(), second.text()));
            } else if (second.text().contains(AcrossTheWall.class.getSimpleName())) {
                found.add("%s is refused by the wall".formatted(question));
            } else if (isChanged(first, without) || isChanged(second, with)) {
                found.add("%s changes the rows of another: %s"
                        .formatted(
                                question, isChanged(first, without) ? changes(first, without) : changes(second, with)));
            }
        });
    }

    private static boolean isChanged(Answer answer, List<String> untouched) {
        return answer.rowsOfTheOther().filter(rows -> !untouched.contains(rows)).isPresent();
    }

    /** Lines that are new, and lines that are gone. */
    private static List<String> changes(Answer answer, List<String> untouched) {
        var before = untouched.stream().flatMap(String::lines).collect(Collectors.toSet());
        var after = answer.rowsOfTheOther().orElse("").lines().collect(Collectors.toSet());
        return Stream.concat(
                        after.stream().filter(line -> !before.contains(line)).map(line -> "+" + line),
                        before.stream().filter(line -> !after.contains(line)).map(line -> "-" + line))
                .limit(4)
                .toList();
    }

    private List<Question> questions(List<Class<?>> stores, Owner owner) {
        var questions = new ArrayList<Question>();
        for (Class<?> store : stores) {
            for (Method method : methods(store)) {
                try {
                    new Arguments(owner)
                            .of(method)
                            .forEach(arguments -> questions.add(new Question(store, method, arguments)));
                } catch (ReflectiveOperationException hidden) {
                    throw new IllegalStateException(hidden);
                }
            }
        }
        return questions;
    }

    private Map<Question, Answer> ask(List<Question> questions, SampleRows rows, Owner other) {
        var answers = new LinkedHashMap<Question, Answer>();
        for (Question question : questions) {
            answers.put(question, inATransaction(() -> answer(question, rows, other)));
        }
        return answers;
    }

    private Answer answer(Question question, SampleRows rows, Owner other) {
        String text;
        try {
            Object bean = beans.getReference(
                    beans.resolve(beans.getBeans(question.store())),
                    question.store(),
                    beans.createCreationalContext(null));
            text = Rendering.of(question.method().invoke(bean, question.arguments()));
        } catch (InvocationTargetException thrown) {
            return new Answer(causes(thrown.getCause()), Optional.empty());
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException(hidden);
        }
        return new Answer(text, Optional.of(snapshot(rows, other)));
    }

    private static String causes(Throwable thrown) {
        var text = new StringBuilder();
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            text.append(at.getClass().getSimpleName())
                    .append(": ")
                    .append(at.getMessage())
                    .append("; ");
        }
        return text.toString();
    }

    private List<String> snapshots(SampleRows rows, Owner owner) {
        return Stream.of(DatabaseName.CORE, DatabaseName.ofCell("eu"))
                .map(database -> inATransaction(() -> snapshot(rows, owner, database)))
                .toList();
    }

    /** The rows of somebody in the database that the transaction under way is in, with what it has changed. */
    private String snapshot(SampleRows rows, Owner owner) {
        try {
            return snapshot(rows, owner, DatabaseName.ofCell("eu"));
        } catch (IllegalStateException inTheOther) {
            return snapshot(rows, owner, DatabaseName.CORE);
        }
    }

    private String snapshot(SampleRows rows, Owner owner, DatabaseName database) {
        Session session = sessions.of(database);
        session.flush();
        return session.doReturningWork(connection -> {
            var text = new StringBuilder();
            for (SampleRows.Table table : rows.of(database.name())) {
                try (var statement = connection.createStatement();
                        var found = statement.executeQuery(EveryTenant.DIRECTORY.says(table.rowsOf(owner)))) {
                    while (found.next()) {
                        text.append(table.name());
                        for (int i = 1; i <= table.columns().size(); i++) {
                            byte[] value = found.getBytes(i);
                            text.append(' ').append(value == null ? "null" : SampleRows.hex(value));
                        }
                        text.append('\n');
                    }
                }
            }
            return text.toString();
        });
    }

    private interface Work<T> {
        T done();
    }

    private <T> T inATransaction(Work<T> work) {
        try {
            transaction.begin();
            try {
                return work.done();
            } finally {
                transaction.rollback();
            }
        } catch (NotSupportedException | SystemException failed) {
            throw new IllegalStateException(failed);
        }
    }
}

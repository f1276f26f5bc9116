package org.mangrove.server.walls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Classes that do something else until this is closed. */
final class Redefined implements AutoCloseable {

    private static final String AGENT = "org.mangrove.redefinition.Redefinition";

    private record Before(Class<?> type, byte[] original) {}

    private final Deque<Before> before = new ArrayDeque<>();

    Redefined with(Class<?> type, Removal removal) {
        before.push(new Before(type, bytesOf(type)));
        redefine(type, removal.without());
        return this;
    }

    static byte[] bytesOf(Class<?> type) {
        String name = type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + name);
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void redefine(Class<?> type, byte[] bytes) {
        try {
            var agent = ClassLoader.getSystemClassLoader().loadClass(AGENT);
            ((Instrumentation) agent.getMethod("instrumentation").invoke(null))
                    .redefineClasses(new ClassDefinition(type, bytes));
        } catch (ReflectiveOperationException | UnmodifiableClassException failed) {
            throw new IllegalStateException(type.getName() + " cannot be changed", failed);
        }
    }

    @Override
    public void close() {
        while (!before.isEmpty()) {
            Before last = before.pop();
            redefine(last.type(), last.original());
        }
    }
}

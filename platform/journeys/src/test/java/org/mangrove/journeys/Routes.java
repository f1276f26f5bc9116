package org.mangrove.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mangrove.launcher.Distribution;

/** What the core answers to, read from its classes as they were built, so that a new route is seen without being told. */
final class Routes {

    private static final String JAX_RS = "Ljakarta/ws/rs/";
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}:]+)[^}]*}");

    /** One method and one address, parts of which may be parameters. */
    record Route(String method, String template) {

        /** @throws AssertionError if there is no example of a parameter */
        String with(Map<String, String> examples) {
            return PARAMETER
                    .matcher(template)
                    .replaceAll(parameter -> Optional.ofNullable(examples.get(parameter.group(1)))
                            .orElseThrow(() -> new AssertionError("There is no example for " + this)));
        }
    }

    private Routes() {}

    static List<Route> all() {
        return found((resource, answer) -> true);
    }

    /** Those that people read: they answer with HTML. */
    static List<Route> pages() {
        return found(Routes::isPage);
    }

    private static List<Route> found(BiPredicate<ClassModel, MethodModel> wanted) {
        Path classes = Distribution.found().project().resolve("platform/core/target/classes");
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(Routes::parsed)
                    .flatMap(model -> in(model, wanted))
                    .distinct()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ClassModel parsed(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Route> in(ClassModel model, BiPredicate<ClassModel, MethodModel> wanted) {
        return path(model).stream()
                .flatMap(start -> model.methods().stream()
                        .filter(answer -> wanted.test(model, answer))
                        .flatMap(method -> methods(method)
                                .map(name -> new Route(
                                        name, joined(start, path(method).orElse(""))))));
    }

    /** What a method says of its type holds before what its resource says. */
    private static boolean isPage(ClassModel resource, MethodModel answer) {
        List<String> own = produced(answer).toList();
        Stream<String> types = own.isEmpty() ? produced(resource) : own.stream();
        return methods(answer).anyMatch("GET"::equals) && types.anyMatch("text/html"::equals);
    }

    private static Stream<String> produced(AttributedElement element) {
        return annotations(element)
                .filter(annotation -> annotation.className().stringValue().equals(JAX_RS + "Produces;"))
                .flatMap(annotation -> annotation.elements().stream())
                .flatMap(value -> ((AnnotationValue.OfArray) value.value()).values().stream())
                .map(type -> ((AnnotationValue.OfString) type).stringValue());
    }

    private static Stream<String> methods(MethodModel method) {
        return annotations(method)
                .map(annotation -> annotation.className().stringValue())
                .filter(name -> name.startsWith(JAX_RS))
                .map(name -> name.substring(JAX_RS.length(), name.length() - 1))
                .filter(METHODS::contains);
    }

    private static Optional<String> path(AttributedElement element) {
        return annotations(element)
                .filter(annotation -> annotation.className().stringValue().equals(JAX_RS + "Path;"))
                .flatMap(annotation -> annotation.elements().stream())
                .map(value -> ((AnnotationValue.OfString) value.value()).stringValue())
                .findFirst();
    }

    private static Stream<Annotation> annotations(AttributedElement element) {
        return element.findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
                .flatMap(attribute -> attribute.annotations().stream());
    }

    private static String joined(String start, String rest) {
        return ("/" + start + "/" + rest).replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
    }
}

package org.mangrove.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * All that plugins may use, line by line, is in {@code api.txt}. Partners build on it: a line that goes or changes
 * breaks them. {@code mvn test -pl platform/sdk -Daccept} writes the file anew, and the review sees what was promised.
 */
class SdkSurfaceTest {

    private static final Path ACCEPTED = Path.of("api.txt");

    @Test
    void the_public_surface_is_the_accepted_one() throws Exception {
        var surface = new TreeSet<String>();
        for (Class<?> type : publicTypes()) {
            describe(type, surface);
        }

        if (System.getProperty("accept") != null) {
            Files.write(ACCEPTED, surface);
        }

        assertThat(surface)
                .as("The SDK's surface differs from api.txt. If that is meant: mvn test -pl platform/sdk -Daccept")
                .containsExactlyElementsOf(Files.readAllLines(ACCEPTED));
    }

    @Test
    void every_extension_point_says_what_it_promises() throws Exception {
        List<Class<?>> points = publicTypes().stream()
                .filter(type -> type.isInterface()
                        && MangroveExtension.class.isAssignableFrom(type)
                        && type != MangroveExtension.class)
                .toList();

        assertThat(points).isNotEmpty().allSatisfy(point -> {
            assertThat(point).hasAnnotation(ExtensionContract.class);
            assertThat(point.getAnnotation(ExtensionContract.class).since()).matches("\\d+\\.\\d+");
        });
    }

    @Test
    void the_version_is_that_of_the_build() throws IOException {
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<version>" + Sdk.VERSION);
    }

    private static List<Class<?>> publicTypes() throws IOException, ClassNotFoundException {
        Path classes = Path.of("target/classes");
        var types = new ArrayList<Class<?>>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".class"))
                    .filter(path -> !path.endsWith("package-info.class"))
                    .toList()) {
                String name = classes.relativize(file).toString().replaceAll("[/\\\\]", ".");
                Class<?> type = Class.forName(name.substring(0, name.length() - ".class".length()));
                if (Modifier.isPublic(type.getModifiers())) {
                    types.add(type);
                }
            }
        }
        return types;
    }

    private static void describe(Class<?> type, TreeSet<String> surface) {
        surface.add("%s : %s%s%s"
                .formatted(
                        type.getName(),
                        kind(type),
                        Stream.of(type.getGenericInterfaces())
                                .map(Type::getTypeName)
                                .sorted()
                                .map(name -> " " + name)
                                .collect(Collectors.joining()),
                        type.isAnnotationPresent(ExtensionContract.class)
                                ? " " + contract(type.getAnnotation(ExtensionContract.class))
                                : ""));
        Stream.<Member[]>of(type.getDeclaredFields(), type.getDeclaredMethods(), type.getDeclaredConstructors())
                .flatMap(Arrays::stream)
                .filter(member -> !member.isSynthetic() && isOpen(member))
                .map(member -> type.getName() + line(member))
                .forEach(surface::add);
    }

    private static String contract(ExtensionContract contract) {
        return "@ since %s, %s, %d ms, %d MB, %s"
                .formatted(
                        contract.since(),
                        contract.whenItFails(),
                        contract.patienceMillis(),
                        contract.megabytes(),
                        contract.thread());
    }

    private static boolean isOpen(Member member) {
        return (member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0;
    }

    private static String kind(Class<?> type) {
        String kind = type.isAnnotation()
                ? "annotation"
                : type.isInterface() ? "interface" : type.isRecord() ? "record" : type.isEnum() ? "enum" : "class";
        return type.isSealed() ? "sealed " + kind : kind;
    }

    private static String line(Member member) {
        String modifier = Modifier.isStatic(member.getModifiers()) ? " static " : " ";
        return switch ((AccessibleObject) member) {
            case Field field -> modifier + field.getGenericType().getTypeName() + " " + field.getName();
            case Method method ->
                modifier + method.getGenericReturnType().getTypeName() + " " + method.getName() + parameters(method);
            case Constructor<?> constructor -> " new" + parameters(constructor);
            default -> throw new IllegalStateException("No member of a class: " + member);
        };
    }

    private static String parameters(Executable executable) {
        return Stream.of(executable.getGenericParameterTypes())
                .map(Type::getTypeName)
                .collect(Collectors.joining(", ", "(", ")"));
    }
}

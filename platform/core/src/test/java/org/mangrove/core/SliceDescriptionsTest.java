package org.mangrove.core;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a slice says that it calls, in its own description and on the page about the house, is what it does call. */
class SliceDescriptionsTest {

    private static final String ROOT = "org.mangrove.core.";
    private static final Path SOURCES = Path.of("src/main/java/org/mangrove/core");
    private static final Path PAGE = Path.of("../../docs/architecture.md");
    private static final Pattern CALLS = Pattern.compile("Calls: ([a-z,\\s]+)\\.");
    private static final Pattern COMMENT = Pattern.compile("\\s*\\n \\*\\s*");

    /** The page leaves out those that nearly all call. */
    private static final Set<String> GROUND = Set.of("tenancy", "database", "refusal");

    @TestFactory
    Stream<DynamicTest> a_slice_calls_what_its_description_says() {
        return calls().entrySet().stream()
                .map(slice -> DynamicTest.dynamicTest(
                        slice.getKey(),
                        () -> assertThat(described(slice.getKey()))
                                .containsExactlyInAnyOrderElementsOf(slice.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> a_slice_calls_what_the_page_about_the_house_says() throws IOException {
        String page = Files.readString(PAGE);
        return calls().entrySet().stream()
                .filter(slice -> !slice.getValue().isEmpty())
                .filter(slice ->
                        !GROUND.contains(slice.getKey()) && !slice.getKey().equals("blobs"))
                .map(slice -> DynamicTest.dynamicTest(slice.getKey(), () -> {
                    var row = Pattern.compile("(?m)^\\| %s \\| .* \\| ([a-z, ]*) \\|$".formatted(slice.getKey()))
                            .matcher(page);
                    assertThat(row.find()).as("its row in %s", PAGE).isTrue();
                    var upper = new TreeSet<>(slice.getValue());
                    upper.removeAll(GROUND);
                    var told = names(row.group(1));
                    told.removeAll(GROUND);
                    assertThat(told).containsExactlyInAnyOrderElementsOf(upper);
                }));
    }

    private static Set<String> described(String slice) throws IOException {
        String text = COMMENT.matcher(Files.readString(SOURCES.resolve(slice).resolve("package-info.java")))
                .replaceAll(" ");
        Matcher calls = CALLS.matcher(text);
        assertThat(calls.find()).as("%s says what it calls", slice).isTrue();
        return calls.group(1).equals("nothing") ? Set.of() : names(calls.group(1));
    }

    private static Set<String> names(String list) {
        return Stream.of(list.split(",")).map(String::strip).collect(toCollection(TreeSet::new));
    }

    /** The slices that each slice depends on, as the classes have it. */
    private static Map<String, Set<String>> calls() {
        var classes = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages(ROOT.substring(0, ROOT.length() - 1));
        var calls = new TreeMap<String, Set<String>>();
        classes.forEach(type -> calls.computeIfAbsent(sliceOf(type.getPackageName()), any -> new TreeSet<>()));
        calls.putAll(classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency ->
                        dependency.getTargetClass().getPackageName().startsWith(ROOT))
                .filter(dependency -> !from(dependency).equals(to(dependency)))
                .collect(groupingBy(
                        SliceDescriptionsTest::from, mapping(SliceDescriptionsTest::to, toCollection(TreeSet::new)))));
        return calls;
    }

    private static String from(Dependency dependency) {
        return sliceOf(dependency.getOriginClass().getPackageName());
    }

    private static String to(Dependency dependency) {
        return sliceOf(dependency.getTargetClass().getPackageName());
    }

    private static String sliceOf(String name) {
        return name.substring(ROOT.length()).split("\\.")[0];
    }
}

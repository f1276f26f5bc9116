package org.mangrove.launcher.newplugin;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import org.mangrove.launcher.Trouble;

/**
 * {@code ./mangrove new-plugin ke-workplace-safety}: a folder below {@code plugins/} with one extension of each kind, its
 * words, its tests and its README. It builds green at once; what is not needed is deleted.
 */
public final class NewPlugin {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)+");
    private static final Pattern MODULE = Pattern.compile("\\n( *)<module>([^<]+)</module>");
    private static final String USAGE =
            "Say which: ./mangrove new-plugin ke-workplace-safety (lower case, hyphens, the market first).";

    private final Path plugins;
    private final String id;

    private NewPlugin(Path plugins, String id) {
        this.plugins = plugins;
        this.id = id;
    }

    /** @param project the folder in which {@code plugins/} lies */
    public static int run(Path project, List<String> words, PrintStream out) {
        if (words.size() != 1 || !ID.matcher(words.getFirst()).matches()) {
            throw new Trouble(USAGE);
        }
        var plugin = new NewPlugin(project.resolve("plugins"), words.getFirst());
        plugin.write();
        out.println("""
                plugins/%1$s is there, with one extension of each kind. Keep what you need and delete the others.

                    mvn -pl plugins/%1$s -am package                        builds and tests it
                    ./mangrove plugins install plugins/%1$s/target/%1$s-1.0.0.jar
                    tenants-config/<enterprise>/<tenant>.yaml               switches it on, under plugins:

                What each extension point promises is in docs/extension-points.""".formatted(plugin.id));
        return 0;
    }

    private void write() {
        Path folder = plugins.resolve(id);
        if (Files.exists(folder)) {
            throw new Trouble("plugins/%s is already there: choose another id, or delete it first.".formatted(id));
        }
        String code = "src/main/java/" + packageName().replace('.', '/') + "/";
        String test = "src/test/java/" + packageName().replace('.', '/') + "/";
        Map<String, String> files = new LinkedHashMap<>();
        files.put("pom.xml", Templates.POM);
        files.put("README.md", Templates.README);
        files.put(code + "package-info.java", Templates.PACKAGE);
        files.put(code + "Policy.java", Templates.POLICY);
        files.put(code + "Rule.java", Templates.RULE);
        files.put(code + "Courses.java", Templates.COURSES);
        files.put(code + "Style.java", Templates.STYLE);
        files.put("src/main/resources/messages/en.properties", Templates.MESSAGES);
        files.put("src/main/resources/courses/%s-basics/course.yaml".formatted(id), Templates.COURSE);
        files.put("src/main/resources/courses/%s-basics/words/en.yaml".formatted(id), Templates.WORDS);
        files.put(test + "Here.java", Templates.HERE);
        files.put(test + "PolicyTest.java", Templates.POLICY_TEST);
        files.put(test + "RuleTest.java", Templates.RULE_TEST);
        files.put(test + "CoursesTest.java", Templates.COURSES_TEST);
        files.put(test + "StyleTest.java", Templates.STYLE_TEST);
        try {
            for (var file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, filled(file.getValue()));
            }
            addToBuild();
        } catch (IOException problem) {
            throw new UncheckedIOException("Cannot write below " + folder, problem);
        }
    }

    private String filled(String template) {
        return template.replace("@id@", id).replace("@package@", packageName());
    }

    /** Neither a number nor a word of Java can be a package: {@code do-safety} lies in {@code do_.safety}. */
    private String packageName() {
        return Arrays.stream(id.split("-"))
                .map(word -> Character.isDigit(word.charAt(0)) ? "_" + word : word)
                .map(word -> SourceVersion.isKeyword(word) ? word + "_" : word)
                .collect(Collectors.joining(".", "org.mangrove.plugins.", ""));
    }

    /** The modules of the build stay in alphabetical order. */
    private void addToBuild() throws IOException {
        Path pom = plugins.resolve("pom.xml");
        String text = Files.readString(pom);
        Matcher modules = MODULE.matcher(text);
        var names = new TreeSet<String>(List.of(id));
        int from = -1;
        int to = -1;
        String indent = "        ";
        while (modules.find()) {
            from = from < 0 ? modules.start() : from;
            to = modules.end();
            indent = modules.group(1);
            names.add(modules.group(2));
        }
        if (from < 0) {
            throw new Trouble("plugins/pom.xml lists no modules: add <module>%s</module> yourself.".formatted(id));
        }
        String margin = "\n" + indent;
        String lines = names.stream()
                .map(name -> margin + "<module>" + name + "</module>")
                .collect(Collectors.joining());
        Files.writeString(pom, text.substring(0, from) + lines + text.substring(to));
    }
}

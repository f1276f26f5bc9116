package org.mangrove.i18n;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which messages the code and the pages speak of.
 *
 * @param said keys that are said for certain, with the file that says each first
 * @param literals every text in quotes: a key may be on its way in a variable
 * @param beginnings texts in quotes to which something is added, such as {@code "learning.state." + state}
 */
public record MessageUse(Map<String, String> said, Set<String> literals, Set<String> beginnings) {

    /** A template of a source file has an {@code @…@} where the key begins: what is made of it is checked where it is used. */
    private static final Pattern SAID = Pattern.compile(
            "(?:Message\\.of|new Message|\\.say|page\\.text)\\(\\s*\"([^\"\\\\@][^\"\\\\]*)\"\\s*([+,)])");

    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9.-]+)\"(\\s*\\+)?");
    private static final Set<String> NOT_OURS = Set.of("target", ".git");

    /** @param folders what holds Java sources and templates; tests in them are left out */
    public static MessageUse in(List<Path> folders) {
        var use = new MessageUse(new TreeMap<>(), new HashSet<>(), new HashSet<>());
        try {
            for (Path folder : folders) {
                if (Files.isDirectory(folder)) {
                    Files.walkFileTree(folder, use.new Reader());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look through " + folders, e);
        }
        return use;
    }

    /** Whether anything in the code may mean this key. */
    public boolean mentions(String key) {
        return literals.contains(key) || beginnings.stream().anyMatch(key::startsWith);
    }

    void add(String file, String source) {
        Matcher sayings = SAID.matcher(source);
        while (sayings.find()) {
            if (!sayings.group(2).equals("+")) {
                said.putIfAbsent(sayings.group(1), file);
            }
        }
        Matcher texts = LITERAL.matcher(source);
        while (texts.find()) {
            String text = texts.group(1);
            if (texts.group(2) == null) {
                literals.add(text);
            } else if (text.indexOf('.') > 0 && (text.endsWith(".") || text.endsWith("-"))) {
                beginnings.add(text);
            }
        }
    }

    /** Adds each source that it comes across. */
    private final class Reader extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_OURS.contains(folder.getFileName().toString()) || folder.endsWith("src/test")
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            String name = file.toString();
            if (name.endsWith(".java") || name.endsWith(".jte")) {
                add(file.normalize().toString(), Files.readString(file));
            }
            return FileVisitResult.CONTINUE;
        }
    }
}

package org.mangrove.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/**
 * One word for all that goes into the build: it changes if any file does, comes or goes. A file that runs from its source
 * and needs nothing but the JDK: {@code mangrove.cmd} asks it whether to build. The script {@code mangrove} does the same by
 * itself, in less time.
 */
final class Fingerprint {

    private static final List<String> PARTS = List.of("pom.xml", ".mvn", "i18n", "platform", "plugins");
    private static final List<String> MADE = List.of("target", "node_modules");

    private Fingerprint() {}

    /** Argument: the project's folder. */
    public static void main(String[] arguments) throws IOException {
        System.out.println(of(Path.of(arguments[0]), System.getProperty("java.home")));
    }

    /** @param jdk what builds it: another one builds anew */
    static String of(Path project, String jdk) throws IOException {
        var files = new TreeMap<String, Path>();
        for (String part : PARTS) {
            Files.walkFileTree(project.resolve(part), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return isLeftOut(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.put(project.relativize(file).toString(), file);
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        MessageDigest all = sha256();
        for (var file : files.entrySet()) {
            add(all, file.getKey().getBytes(StandardCharsets.UTF_8));
            add(all, Files.readAllBytes(file.getValue()));
        }
        add(all, jdk.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(all.digest());
    }

    private static boolean isLeftOut(Path folder) {
        return MADE.contains(folder.getFileName().toString()) || folder.endsWith(Path.of("src", "test"));
    }

    /** With its length before it, so that no two lists of parts give the same bytes. */
    private static void add(MessageDigest digest, byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        digest.update(part);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

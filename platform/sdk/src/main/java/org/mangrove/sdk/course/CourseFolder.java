package org.mangrove.sdk.course;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;

/**
 * A course as files: {@code course.yaml}, {@code words/<language>.yaml} for each language, and {@code media/}.
 *
 * <p>What the files say is described in {@code docs/extension-points/course-source.md}.
 */
public final class CourseFolder {

    private final String key;
    private final SortedMap<String, byte[]> files;

    private CourseFolder(String key, SortedMap<String, byte[]> files) {
        this.key = key;
        this.files = Collections.unmodifiableSortedMap(files);
        if (!files.containsKey("course.yaml")) {
            throw new IllegalArgumentException("The course " + key + " has no course.yaml");
        }
    }

    /** @param files content by path with {@code /} between folders, relative to the course's folder */
    public static CourseFolder of(String key, SortedMap<String, byte[]> files) {
        var copies = new TreeMap<String, byte[]>();
        files.forEach((path, content) -> copies.put(path, content.clone()));
        return new CourseFolder(key, copies);
    }

    /**
     * Reads a course from the resources that are packed beside a class of the plugin.
     *
     * @param beside any class of the plugin
     * @param folder where the course lies in its resources, such as {@code courses/fire-safety}; the last name is the
     *     course's key
     */
    public static CourseFolder fromResources(Class<?> beside, String folder) {
        try {
            var place = Path.of(
                    beside.getProtectionDomain().getCodeSource().getLocation().toURI());
            SortedMap<String, byte[]> files =
                    Files.isDirectory(place) ? readFolder(place.resolve(folder)) : readJar(place, folder + "/");
            return new CourseFolder(folder.substring(folder.lastIndexOf('/') + 1), files);
        } catch (IOException problem) {
            throw new UncheckedIOException("Cannot read the course " + folder, problem);
        } catch (URISyntaxException problem) {
            throw new IllegalStateException("The plugin lies at no usable place", problem);
        }
    }

    private static SortedMap<String, byte[]> readFolder(Path folder) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        }
        return files;
    }

    private static SortedMap<String, byte[]> readJar(Path place, String folder) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var jar = new JarFile(place.toFile())) {
            for (var entry : Collections.list(jar.entries())) {
                if (entry.getName().startsWith(folder) && !entry.isDirectory()) {
                    try (InputStream content = jar.getInputStream(entry)) {
                        files.put(entry.getName().substring(folder.length()), content.readAllBytes());
                    }
                }
            }
        }
        return files;
    }

    public String key() {
        return key;
    }

    public SortedSet<String> paths() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(files.keySet()));
    }

    public byte[] bytes(String path) {
        byte[] content = files.get(path);
        if (content == null) {
            throw new NoSuchElementException("The course " + key + " has no " + path);
        }
        return content.clone();
    }

    public String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }
}

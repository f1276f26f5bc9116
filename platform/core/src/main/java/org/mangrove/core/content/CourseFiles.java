package org.mangrove.core.content;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/**
 * A course's folder in memory: content by path, with {@code /} between folders.
 *
 * <p>A zip is taken from strangers: what it holds is counted while it is unpacked, whatever its headers say, and nothing in
 * it becomes a path on a disk.
 */
public record CourseFiles(SortedMap<String, byte[]> files) {

    private static final int MOST_FILES = 500;
    private static final int MOST_BYTES = 96 * 1024 * 1024;
    private static final int BUFFER = 16 * 1024;
    private static final Pattern PATH = Pattern.compile("[a-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*){0,3}");

    public CourseFiles {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /**
     * Unpacks a zip. A single folder around everything is taken off.
     *
     * @throws Refusal.Invalid if it is no zip, is too big, or has paths that no course has
     */
    public static CourseFiles fromZip(InputStream stream) {
        var files = new TreeMap<String, byte[]>();
        long budget = MOST_BYTES;
        try (var zip = new ZipInputStream(stream)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                String path = entry.getName();
                if (!PATH.matcher(path).matches() || path.contains("..")) {
                    throw invalid(path, Message.of("content.package.bad-path"));
                }
                byte[] content = read(zip, budget);
                budget -= content.length;
                if (files.put(path, content) != null || files.size() > MOST_FILES) {
                    throw invalid(
                            path, Message.of("content.package.too-many-files").with("limit", MOST_FILES));
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw invalid("", Message.of("content.package.not-a-zip"));
        }
        if (files.isEmpty()) {
            throw invalid("", Message.of("content.package.not-a-zip"));
        }
        return new CourseFiles(withoutTheFolderAround(files));
    }

    Optional<byte[]> find(String path) {
        return Optional.ofNullable(files.get(path));
    }

    private static SortedMap<String, byte[]> withoutTheFolderAround(TreeMap<String, byte[]> files) {
        String first = files.firstKey();
        int slash = first.indexOf('/');
        if (files.containsKey("course.yaml") || slash < 0) {
            return files;
        }
        String folder = first.substring(0, slash + 1);
        if (!files.keySet().stream().allMatch(path -> path.startsWith(folder))) {
            return files;
        }
        var inside = new TreeMap<String, byte[]>();
        files.forEach((path, content) -> inside.put(path.substring(folder.length()), content));
        return inside;
    }

    private static byte[] read(InputStream stream, long budget) throws IOException {
        var content = new ByteArrayOutputStream();
        var buffer = new byte[BUFFER];
        for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
            if (content.size() + (long) count > budget) {
                throw invalid("", Message.of("content.package.too-big").with("limit", MOST_BYTES / 1024 / 1024));
            }
            content.write(buffer, 0, count);
        }
        return content.toByteArray();
    }

    private static Refusal.Invalid invalid(String place, Message message) {
        return new Refusal.Invalid(place, message);
    }
}

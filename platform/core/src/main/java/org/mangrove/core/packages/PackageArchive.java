package org.mangrove.core.packages;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/**
 * A package that somebody has brought, which is taken for hostile until it has been looked through: how much there is, whatever its headers
 * say, how far it was packed, that no name leads elsewhere, and that its manifest declares nothing of its own. What is in it is a program, and
 * is never run but on a host of its own.
 */
final class PackageArchive {

    /** What the platform puts beside the files of a package begins with this. */
    static final String OURS = "~";

    private static final String MANIFEST = "imsmanifest.xml";
    private static final String CMI5 = "cmi5.xml";

    /** Folders too. */
    private static final int MOST_FILES = 5_000;

    private static final long MOST_BYTES = 500L * 1024 * 1024;
    private static final int MOST_BYTES_OF_MANIFEST = 2 * 1024 * 1024;
    private static final int LONGEST_NAME = 300;

    /** What packs better is no course. */
    private static final int MOST_RATIO = 200;

    private static final int SMALL = 1024 * 1024;
    private static final int BUFFER = 64 * 1024;

    private PackageArchive() {}

    /**
     * What its manifest says.
     *
     * @param entry where it begins: a path within, perhaps with a query
     */
    record Found(Standard standard, String title, String entry) {}

    /** @throws Refusal.Invalid if it is not taken */
    static Found look(Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_FILES) {
                throw refused("too-many-files");
            }
            Set<String> names = names(zip);
            measure(zip);
            if (!names.contains(MANIFEST)) {
                throw refused(names.contains(CMI5) ? "cmi5" : "no-manifest");
            }
            Found found = PackageManifest.read(bytes(zip, MANIFEST));
            if (!names.contains(path(found.entry()))) {
                throw refused("no-entry");
            }
            return found;
        } catch (IOException | IllegalArgumentException broken) {
            throw refused("broken");
        }
    }

    /** Without its query. */
    static String path(String entry) {
        int end = entry.indexOf('?');
        return end < 0 ? entry : entry.substring(0, end);
    }

    private static Set<String> names(ZipFile zip) {
        var names = new HashSet<String>();
        var folded = new HashSet<String>();
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            String name = entry.getName();
            mustLeadNowhereElse(name);
            if (!entry.isDirectory()) {
                names.add(name);
                if (!folded.add(name.toLowerCase(Locale.ROOT))) {
                    throw refused("twice");
                }
            }
        }
        return names;
    }

    private static void mustLeadNowhereElse(String name) {
        boolean isPlain = name.length() <= LONGEST_NAME
                && !name.isEmpty()
                && !name.startsWith("/")
                && !name.startsWith(OURS)
                && name.indexOf('\\') < 0
                && name.indexOf(':') < 0
                && name.codePoints().noneMatch(Character::isISOControl);
        if (!isPlain) {
            throw refused("names");
        }
        for (String part : name.split("/")) {
            if (part.equals("..") || part.equals(".") || part.isEmpty()) {
                throw refused("names");
            }
        }
    }

    /** Unpacks all of it and keeps nothing: what headers say of sizes is not believed. */
    private static void measure(ZipFile zip) throws IOException {
        var buffer = new byte[BUFFER];
        long all = 0;
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            long size = 0;
            long packed = Math.max(1, entry.getCompressedSize());
            try (InputStream stream = zip.getInputStream(entry)) {
                for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                    size += read;
                    all += read;
                    if (all > MOST_BYTES || size > SMALL && size / packed > MOST_RATIO) {
                        throw refused("unpacks-too-large");
                    }
                }
            }
        }
    }

    private static byte[] bytes(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        try (InputStream stream = zip.getInputStream(entry)) {
            byte[] bytes = stream.readNBytes(MOST_BYTES_OF_MANIFEST + 1);
            if (bytes.length > MOST_BYTES_OF_MANIFEST) {
                throw refused("unpacks-too-large");
            }
            return bytes;
        }
    }

    static Refusal.Invalid refused(String why) {
        return new Refusal.Invalid("file", Message.of("packages.file." + why));
    }
}

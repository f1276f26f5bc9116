package org.mangrove.core.conversion;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/**
 * The parts of a Word or PowerPoint file, unpacked and measured before a library sees any of it: how much there is, whatever the
 * headers say, how far it was packed, how deep its XML goes, and that no part declares anything of its own. Parts that could run, and
 * files within the file, are counted and left out.
 *
 * @param parts what is left, by name
 * @param dropped how many parts were left out, by what they are
 */
record OfficeArchive(SortedMap<String, byte[]> parts, SortedMap<Loss, Integer> dropped) {

    private static final int MOST_PARTS = 5_000;
    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final long MOST_BYTES_OF_XML = 20L * 1024 * 1024;
    private static final int MOST_BYTES_OF_A_PART = 10 * 1024 * 1024;
    private static final int MOST_ELEMENTS = 600_000;
    private static final int DEEPEST = 90;

    /** What packs better is no document. */
    private static final int MOST_RATIO = 100;

    private static final int SMALL = 256 * 1024;
    private static final int BUFFER = 16 * 1024;
    private static final Set<String> MACROS = Set.of("vbaproject.bin", "vbadata.xml", "vbaprojectsignature.bin");

    OfficeArchive {
        parts = new TreeMap<>(parts);
        dropped = new TreeMap<>(dropped);
    }

    static OfficeArchive open(byte[] document, Deadline deadline) {
        var parts = new TreeMap<String, byte[]>();
        var dropped = new TreeMap<Loss, Integer>();
        var counting = new CountedBytes(document);
        long all = 0;
        long xml = 0;
        int count = 0;
        try (var zip = new ZipInputStream(counting)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                deadline.check();
                count++;
                if (count > MOST_PARTS) {
                    throw refused("too-many-parts");
                }
                String name = entry.getName();
                boolean isXml = isXml(name);
                long left = Math.min(MOST_BYTES - all, isXml ? MOST_BYTES_OF_XML - xml : MOST_BYTES);
                byte[] part = unpack(zip, Math.min(left, isXml ? MOST_BYTES_OF_A_PART : MOST_BYTES), counting);
                all += part.length;
                xml += isXml ? part.length : 0;
                if (parts.containsKey(name)) {
                    throw refused("broken");
                }
                Loss why = reasonToDrop(name);
                if (why != null) {
                    dropped.merge(why, 1, Integer::sum);
                } else if (!entry.isDirectory()) {
                    parts.put(name, part);
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw refused("broken");
        }
        var elements = new int[1];
        parts.forEach((name, part) -> {
            if (isXml(name)) {
                deadline.check();
                measure(part, elements, deadline);
            }
        });
        if (!parts.containsKey("[Content_Types].xml")) {
            throw refused(parts.containsKey("EncryptedPackage") ? "locked" : "other-than-its-name");
        }
        return new OfficeArchive(parts, dropped);
    }

    boolean has(String name) {
        return parts.containsKey(name);
    }

    /** How many parts there are in a folder of the file. */
    long count(String prefix) {
        return parts.keySet().stream().filter(name -> name.startsWith(prefix)).count();
    }

    /** Packed again, with nothing in it that was not looked at. */
    byte[] repacked() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new java.util.zip.ZipOutputStream(bytes)) {
            zip.setLevel(1);
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException("Bytes in memory can be written", impossible);
        }
        return bytes.toByteArray();
    }

    private static @org.jspecify.annotations.Nullable Loss reasonToDrop(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String file = lower.substring(lower.lastIndexOf('/') + 1);
        if (MACROS.contains(file) || lower.contains("/activex/") || lower.contains("/ctrlprops/")) {
            return Loss.MACRO;
        }
        return lower.contains("/embeddings/") || file.startsWith("oleobject") ? Loss.EMBEDDED : null;
    }

    private static boolean isXml(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".xml") || lower.endsWith(".rels") || lower.endsWith(".vml");
    }

    private static byte[] unpack(ZipInputStream zip, long most, CountedBytes packed) throws IOException {
        var part = new ByteArrayOutputStream();
        var buffer = new byte[BUFFER];
        long began = packed.count();
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
            part.write(buffer, 0, read);
            long took = Math.max(1, packed.count() - began);
            if (part.size() > most || part.size() > SMALL && part.size() / took > MOST_RATIO) {
                throw refused("unpacks-too-large");
            }
        }
        return part.toByteArray();
    }

    /** Nothing is built of it: it is only walked through. */
    private static void measure(byte[] part, int[] elements, Deadline deadline) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(part));
            int depth = 0;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw refused("declares-entities");
                    case XMLStreamConstants.START_ELEMENT -> {
                        depth++;
                        elements[0]++;
                        if (depth > DEEPEST) {
                            throw refused("too-deep");
                        }
                        if (elements[0] > MOST_ELEMENTS) {
                            throw refused("too-much");
                        }
                        if (elements[0] % 10_000 == 0) {
                            deadline.check();
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    default -> {
                        // Words are measured by their bytes
                    }
                }
            }
        } catch (XMLStreamException broken) {
            throw refused("broken");
        }
    }

    static Refusal.Invalid refused(String why) {
        return new Refusal.Invalid("document", Message.of("conversion.document." + why));
    }

    /** Counts what was taken of the packed file. */
    private static final class CountedBytes extends ByteArrayInputStream {

        CountedBytes(byte[] bytes) {
            super(bytes);
        }

        long count() {
            return pos;
        }
    }
}

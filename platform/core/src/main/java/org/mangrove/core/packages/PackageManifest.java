package org.mangrove.core.packages;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the manifest of a SCORM package as far as it is needed to begin it. It is only walked through: nothing that it declares is followed. */
final class PackageManifest {

    private static final int DEEPEST = 60;
    private static final int MOST_ELEMENTS = 100_000;
    private static final int LONGEST_TITLE = 300;

    private final Deque<String> open = new ArrayDeque<>();
    private final List<String> referred = new ArrayList<>();
    private final Map<String, Resource> resources = new HashMap<>();
    private String version = "";
    private String title = "";
    private String base = "";
    private String resourcesBase = "";
    private boolean isOf2004;

    private record Resource(String href, String type) {}

    private PackageManifest() {}

    static PackageArchive.Found read(byte[] xml) {
        var manifest = new PackageManifest();
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            manifest.walk(factory.createXMLStreamReader(new ByteArrayInputStream(xml)));
        } catch (XMLStreamException broken) {
            throw PackageArchive.refused("broken-manifest");
        }
        return manifest.found();
    }

    private void walk(XMLStreamReader reader) throws XMLStreamException {
        int elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw PackageArchive.refused("broken-manifest");
                case XMLStreamConstants.START_ELEMENT -> {
                    elements++;
                    open.push(reader.getLocalName());
                    if (open.size() > DEEPEST || elements > MOST_ELEMENTS) {
                        throw PackageArchive.refused("broken-manifest");
                    }
                    begin(reader);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(reader.getText());
                default -> {
                    // nothing else says anything
                }
            }
        }
    }

    private void begin(XMLStreamReader reader) {
        switch (reader.getLocalName()) {
            case "manifest" -> {
                base = attribute(reader, "base");
                for (int i = 0; i < reader.getNamespaceCount(); i++) {
                    isOf2004 |= Optional.ofNullable(reader.getNamespaceURI(i))
                            .filter(uri -> uri.contains("adlcp_v1p3"))
                            .isPresent();
                }
            }
            case "resources" -> resourcesBase = attribute(reader, "base");
            case "item" ->
                Optional.of(attribute(reader, "identifierref"))
                        .filter(name -> !name.isEmpty())
                        .ifPresent(referred::add);
            case "resource" ->
                resources.put(
                        attribute(reader, "identifier"),
                        new Resource(
                                base + resourcesBase + attribute(reader, "base") + attribute(reader, "href"),
                                attribute(reader, "scormtype")));
            default -> {
                // the rest is for other players
            }
        }
    }

    private void text(String text) {
        switch (open.isEmpty() ? "" : open.peek()) {
            case "schemaversion" -> version += text.strip();
            case "title" -> {
                boolean isOfOrganization = open.size() > 1
                        && open.stream()
                                .skip(1)
                                .findFirst()
                                .filter("organization"::equals)
                                .isPresent();
                if (isOfOrganization) {
                    title += text;
                }
            }
            default -> {
                // not needed
            }
        }
    }

    /** Whatever its prefix, and in whichever case: the two standards write {@code scormtype} differently. */
    private static String attribute(XMLStreamReader reader, String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equalsIgnoreCase(name)) {
                return reader.getAttributeValue(i).strip();
            }
        }
        return "";
    }

    private PackageArchive.Found found() {
        List<Resource> parts = referred.stream()
                .distinct()
                .flatMap(name -> Optional.ofNullable(resources.get(name)).stream())
                .filter(resource -> resource.type().toLowerCase(Locale.ROOT).equals("sco"))
                .toList();
        if (parts.isEmpty()) {
            throw PackageArchive.refused("no-entry");
        }
        if (parts.size() > 1) {
            throw PackageArchive.refused("several-parts");
        }
        String named = title.strip();
        if (named.isEmpty() || named.length() > LONGEST_TITLE) {
            throw PackageArchive.refused("no-title");
        }
        boolean isNewer = isOf2004 || version.contains("2004") || version.contains("CAM");
        return new PackageArchive.Found(
                isNewer ? Standard.SCORM_2004 : Standard.SCORM_12,
                named,
                parts.getFirst().href());
    }
}

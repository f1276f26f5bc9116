package org.mangrove.core.conversion;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** The formats that are read. */
public enum DocumentFormat {
    MARKDOWN(List.of("md", "markdown"), 4 * 1024 * 1024),
    HTML(List.of("html", "htm", "xhtml"), 16 * 1024 * 1024),
    DOCX(List.of("docx"), 24 * 1024 * 1024),
    PPTX(List.of("pptx"), 24 * 1024 * 1024);

    /** More than this is not even read. */
    public static final int MOST_BYTES = 24 * 1024 * 1024;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] COMPOUND = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

    private final List<String> endings;
    private final int mostBytes;

    DocumentFormat(List<String> endings, int mostBytes) {
        this.endings = endings;
        this.mostBytes = mostBytes;
    }

    /** @throws Refusal.Invalid if it is of another format, or not what its name says */
    static DocumentFormat of(String fileName, byte[] document) {
        String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (document.length == 0) {
            throw refused("empty");
        }
        boolean isOffice = startsWith(document, ZIP);
        if (startsWith(document, COMPOUND)) {
            throw refused(ending.equals("docx") || ending.equals("pptx") ? "locked" : "old-office");
        }
        DocumentFormat format = byEnding(ending).orElseThrow(() -> refused("unknown-format"));
        if (isOffice != format.isOffice()) {
            throw refused("other-than-its-name");
        }
        if (document.length > format.mostBytes) {
            throw new Refusal.Invalid(
                    "document",
                    Message.of("conversion.document.too-big").with("limit", format.mostBytes / 1024 / 1024));
        }
        return format;
    }

    boolean isOffice() {
        return this == DOCX || this == PPTX;
    }

    private static Optional<DocumentFormat> byEnding(String ending) {
        return Stream.of(values())
                .filter(format -> format.endings.contains(ending))
                .findFirst();
    }

    private static Refusal.Invalid refused(String why) {
        return new Refusal.Invalid("document", Message.of("conversion.document." + why));
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && java.util.Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }
}

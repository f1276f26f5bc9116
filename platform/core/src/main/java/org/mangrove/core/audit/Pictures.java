package org.mangrove.core.audit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Opens pictures. Decoders forgive a lot, and show the upper half of a face: so the file's own order is looked at, too. */
final class Pictures {

    /** More would take 200 MB to decode. */
    private static final long MOST_PIXELS = 50_000_000;

    private static final long PNG_SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int LONGEST_DECLARATION = 200;
    private static final Pattern ENCODING = Pattern.compile("^\\s*<\\?xml[^>]*encoding=[\"']([\\w.:-]+)[\"']");
    private static final int IEND = 0x49454E44;
    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;

    private Pictures() {}

    static MediaState png(ByteBuffer bytes) {
        ByteBuffer left = bytes.duplicate();
        if (left.getLong() != PNG_SIGNATURE) {
            return MediaState.broken(MediaFault.UNREADABLE);
        }
        for (int kind = 0; kind != IEND; ) {
            int length = left.getInt();
            if (length < 0 || length > left.remaining() - 8) {
                return MediaState.broken(MediaFault.CUT_OFF);
            }
            ByteBuffer counted = left.slice(left.position(), length + 4);
            kind = left.getInt();
            left.position(left.position() + length);
            var sum = new CRC32();
            sum.update(counted);
            if ((int) sum.getValue() != left.getInt()) {
                return MediaState.broken(MediaFault.UNREADABLE);
            }
        }
        return decoded(bytes, "png");
    }

    /** What comes behind the picture's end is no fault: cameras put things there. */
    static MediaState jpeg(ByteBuffer bytes) {
        ByteBuffer left = bytes.duplicate();
        if (left.getShort() != (short) 0xFFD8) {
            return MediaState.broken(MediaFault.UNREADABLE);
        }
        for (int marker = 0; marker != START_OF_SCAN; ) {
            if ((left.get() & 0xFF) != 0xFF) {
                return MediaState.broken(MediaFault.UNREADABLE);
            }
            marker = left.get() & 0xFF;
            while (marker == 0xFF) {
                marker = left.get() & 0xFF;
            }
            int length = left.getShort() & 0xFFFF;
            if (length - 2 > left.remaining()) {
                return MediaState.broken(MediaFault.CUT_OFF);
            }
            left.position(left.position() + Math.max(0, length - 2));
        }
        return hasEnd(left) ? decoded(bytes, "jpeg") : MediaState.broken(MediaFault.CUT_OFF);
    }

    private static boolean hasEnd(ByteBuffer scan) {
        for (int at = scan.position(); at + 1 < scan.limit(); at++) {
            if ((scan.get(at) & 0xFF) == 0xFF && (scan.get(at + 1) & 0xFF) == END_OF_IMAGE) {
                return true;
            }
        }
        return false;
    }

    private static MediaState decoded(ByteBuffer bytes, String format) {
        byte[] all = new byte[bytes.remaining()];
        bytes.duplicate().get(all);
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        ImageReader reader = readers.next();
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(all))) {
            reader.setInput(stream, true, true);
            if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                return new MediaState.TooLarge();
            }
            reader.read(0);
            return new MediaState.Whole();
        } catch (IOException | RuntimeException unreadable) {
            return MediaState.broken(MediaFault.UNREADABLE);
        } finally {
            reader.dispose();
        }
    }

    /** By its order only: Java has no decoder of it. */
    static MediaState webp(ByteBuffer bytes) {
        ByteBuffer left = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        if (left.getInt() != fourLetters("RIFF")) {
            return MediaState.broken(MediaFault.UNREADABLE);
        }
        long length = left.getInt() & 0xFFFFFFFFL;
        if (length > left.remaining()) {
            return MediaState.broken(MediaFault.CUT_OFF);
        }
        if (left.getInt() != fourLetters("WEBP")) {
            return MediaState.broken(MediaFault.UNREADABLE);
        }
        boolean hasPicture = false;
        for (long rest = length - 4; rest >= 8; ) {
            int kind = left.getInt();
            long size = left.getInt() & 0xFFFFFFFFL;
            long padded = size + (size & 1);
            if (size > left.remaining()) {
                return MediaState.broken(MediaFault.CUT_OFF);
            }
            hasPicture |= kind == fourLetters("VP8 ") || kind == fourLetters("VP8L") || kind == fourLetters("ANMF");
            left.position((int) Math.min(left.limit(), left.position() + padded));
            rest -= 8 + padded;
        }
        return hasPicture ? new MediaState.Whole() : MediaState.broken(MediaFault.UNREADABLE);
    }

    private static int fourLetters(String letters) {
        return letters.charAt(0) | letters.charAt(1) << 8 | letters.charAt(2) << 16 | letters.charAt(3) << 24;
    }

    /** Nothing outside of it is fetched, and nothing in it is spread out. */
    static MediaState svg(ByteBuffer bytes) {
        Optional<String> text = text(bytes);
        if (text.isEmpty()) {
            return MediaState.broken(MediaFault.UNREADABLE);
        }
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new StringReader(""));
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text.get()));
            boolean isPicture = false;
            boolean isFirst = true;
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT && isFirst) {
                    isPicture = reader.getLocalName().equals("svg");
                    isFirst = false;
                }
            }
            return isPicture ? new MediaState.Whole() : MediaState.broken(MediaFault.UNREADABLE);
        } catch (XMLStreamException unreadable) {
            boolean isAtTheEnd = unreadable.getLocation() != null
                    && unreadable.getLocation().getCharacterOffset()
                            >= text.get().length() - 1;
            return MediaState.broken(isAtTheEnd ? MediaFault.CUT_OFF : MediaFault.UNREADABLE);
        }
    }

    /** As its first bytes or its first line say that it is written. */
    private static Optional<String> text(ByteBuffer bytes) {
        byte[] start = new byte[Math.min(LONGEST_DECLARATION, bytes.remaining())];
        bytes.duplicate().get(start);
        Matcher declared = ENCODING.matcher(new String(start, StandardCharsets.ISO_8859_1));
        boolean isWide = start.length > 1
                && (start[0] == (byte) 0xFE && start[1] == (byte) 0xFF
                        || start[0] == (byte) 0xFF && start[1] == (byte) 0xFE);
        try {
            Charset charset = isWide
                    ? StandardCharsets.UTF_16
                    : Charset.forName(declared.find() ? declared.group(1) : StandardCharsets.UTF_8.name());
            return Optional.of(
                    charset.newDecoder().decode(bytes.duplicate()).toString().replaceFirst("^\uFEFF", ""));
        } catch (CharacterCodingException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}

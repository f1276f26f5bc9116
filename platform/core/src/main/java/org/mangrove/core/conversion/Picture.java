package org.mangrove.core.conversion;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.blobs.MediaType;

/** A picture of a document, of a kind that cannot do anything but be looked at. */
public record Picture(Digest digest, MediaType type, byte[] bytes) {

    static final int MOST_BYTES = 8 * 1024 * 1024;

    /** What a reader's device has to unpack. */
    private static final long MOST_PIXELS = 50_000_000;

    /** Whether bytes make a picture, and if not, why. */
    sealed interface Judged {

        record Fine(Picture picture) implements Judged {}

        record Refused(Loss why) implements Judged {}
    }

    static Judged judge(byte[] bytes) {
        Optional<MediaType> type = Stream.of(MediaType.PNG, MediaType.JPEG, MediaType.WEBP)
                .filter(one -> one.fits(bytes))
                .findFirst();
        if (type.isEmpty()) {
            return new Judged.Refused(Loss.PICTURE_KIND);
        }
        if (bytes.length > MOST_BYTES || pixels(bytes) > MOST_PIXELS) {
            return new Judged.Refused(Loss.PICTURE_SIZE);
        }
        return new Judged.Fine(new Picture(Digest.of(bytes), type.get(), bytes));
    }

    /** As the file's head says; nothing is unpacked. */
    private static long pixels(byte[] bytes) {
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return 0;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return (long) reader.getWidth(0) * reader.getHeight(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            return Long.MAX_VALUE;
        }
    }
}

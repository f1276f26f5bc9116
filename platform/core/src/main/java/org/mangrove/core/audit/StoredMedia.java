package org.mangrove.core.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.mangrove.core.blobs.Blobs;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.blobs.MediaType;

/** Opens files of the object store, and looks at all of them. */
public final class StoredMedia implements MediaProbe {

    private final Blobs blobs;

    public StoredMedia(Blobs blobs) {
        this.blobs = blobs;
    }

    @Override
    public MediaState open(Digest digest, MediaType type) {
        Optional<Blobs.Blob> blob;
        try {
            blob = blobs.find(digest);
        } catch (IllegalStateException otherBytes) {
            return MediaState.broken(MediaFault.DAMAGED);
        }
        return blob.map(there -> look(there, type)).orElseGet(() -> MediaState.broken(MediaFault.MISSING));
    }

    private static MediaState look(Blobs.Blob blob, MediaType type) {
        if (blob.length() > Integer.MAX_VALUE) {
            return new MediaState.TooLarge();
        }
        try (FileChannel channel = FileChannel.open(blob.file(), StandardOpenOption.READ)) {
            return MediaCheck.of(type, channel.map(FileChannel.MapMode.READ_ONLY, 0, blob.length()));
        } catch (IOException gone) {
            throw new UncheckedIOException("Cannot read a blob", gone);
        }
    }
}

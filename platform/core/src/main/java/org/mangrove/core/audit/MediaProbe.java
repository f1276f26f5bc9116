package org.mangrove.core.audit;

import org.mangrove.core.blobs.Digest;
import org.mangrove.core.blobs.MediaType;

/** Opens files. */
public interface MediaProbe {

    MediaState open(Digest digest, MediaType type);
}

package org.mangrove.core.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.blobs.MediaType;
import org.mangrove.core.content.store.MediaCopy;
import org.mangrove.core.content.store.MediaCopyStore;
import org.mangrove.core.tenancy.EnterpriseId;

/** Remembers in a cell which blobs belong to an enterprise's content. */
@ApplicationScoped
class MediaCopies {

    @Inject
    MediaCopyStore media;

    void put(String cell, EnterpriseId enterprise, Map<Digest, MediaType> types) {
        types.forEach((digest, type) ->
                media.put(cell, new MediaCopy(enterprise, idOf("media", digest.hex()), digest, type)));
    }

    /** The same row each time the same thing is applied. */
    static UUID idOf(String kind, String name) {
        return UUID.nameUUIDFromBytes((kind + "/" + name).getBytes(StandardCharsets.UTF_8));
    }
}

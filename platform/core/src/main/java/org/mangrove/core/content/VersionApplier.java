package org.mangrove.core.content;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.mangrove.core.content.store.VersionCopy;
import org.mangrove.core.content.store.VersionCopyStore;
import org.mangrove.core.lineage.CanonicalJson;
import org.mangrove.core.publication.FeedApplier;
import org.mangrove.core.publication.FeedItem;
import org.mangrove.core.tenancy.EnterpriseId;

/** Writes published versions of courses into a cell. */
@ApplicationScoped
public class VersionApplier implements FeedApplier {

    @Inject
    VersionCopyStore versions;

    @Inject
    MediaCopies media;

    @Override
    public String type() {
        return Publishing.COURSE_VERSION;
    }

    @Override
    public void apply(String cell, EnterpriseId enterprise, FeedItem item) {
        JsonNode json = CanonicalJson.read(item.payload());
        media.put(cell, enterprise, ContentJson.toMedia(json));
        AssetVersion version = ContentJson.toVersion(json);
        versions.put(
                cell,
                new VersionCopy(enterprise, MediaCopies.idOf("version", version.key() + "/" + version.no()), version));
    }

    @Override
    public void remove(String cell, EnterpriseId enterprise, String subject) {
        versions.remove(cell, enterprise, MediaCopies.idOf("version", subject));
    }
}

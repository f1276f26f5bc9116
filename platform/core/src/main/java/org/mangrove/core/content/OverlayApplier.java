package org.mangrove.core.content;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.mangrove.core.content.store.OverlayCopy;
import org.mangrove.core.content.store.OverlayCopyStore;
import org.mangrove.core.lineage.CanonicalJson;
import org.mangrove.core.lineage.LineageJson;
import org.mangrove.core.lineage.Overlay;
import org.mangrove.core.publication.FeedApplier;
import org.mangrove.core.publication.FeedItem;
import org.mangrove.core.tenancy.EnterpriseId;

/** Writes published overlays into a cell. */
@ApplicationScoped
public class OverlayApplier implements FeedApplier {

    @Inject
    OverlayCopyStore overlays;

    @Inject
    MediaCopies media;

    @Override
    public String type() {
        return Publishing.COURSE_OVERLAY;
    }

    @Override
    public void apply(String cell, EnterpriseId enterprise, FeedItem item) {
        JsonNode json = CanonicalJson.read(item.payload());
        media.put(cell, enterprise, ContentJson.toMedia(json));
        Overlay overlay = LineageJson.toOverlay(json);
        overlays.put(
                cell,
                new OverlayCopy(
                        enterprise, MediaCopies.idOf("overlay", overlay.asset() + "/" + overlay.space()), overlay));
    }

    @Override
    public void remove(String cell, EnterpriseId enterprise, String subject) {
        overlays.remove(cell, enterprise, MediaCopies.idOf("overlay", subject));
    }
}

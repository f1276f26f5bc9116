package org.mangrove.core.content.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** Overlays of spaces. */
@ApplicationScoped
public class OverlayStore extends EnterpriseStore<OverlayRow> {

    private static final String NEWEST = """
            e.revision = (select max(o.revision) from OverlayRow o
              where o.enterprise = :enterprise and o.asset = e.asset and o.space = e.space)""";

    private static final String ORDER = "e.level, e.space";

    public OverlayStore() {
        super(OverlayRow.class);
    }

    /** What each space changes in a master now, regions first. */
    public List<OverlayRow> of(Asset asset) {
        return where(asset.enterprise(), "e.asset = :asset and " + NEWEST, ORDER)
                .setParameter("asset", asset.id())
                .getResultList();
    }

    public List<OverlayRow> all(EnterpriseId enterprise, int most) {
        return where(enterprise, NEWEST, ORDER).setMaxResults(most).getResultList();
    }
}

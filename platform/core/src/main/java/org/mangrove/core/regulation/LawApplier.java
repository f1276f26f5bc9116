package org.mangrove.core.regulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.mangrove.core.publication.FeedApplier;
import org.mangrove.core.publication.FeedItem;
import org.mangrove.core.regulation.store.LawChangeCopy;
import org.mangrove.core.regulation.store.LawChangeCopyStore;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.EnterpriseId;

/** Writes into a cell which laws change. */
@ApplicationScoped
public class LawApplier implements FeedApplier {

    @Inject
    LawChangeCopyStore copies;

    @Override
    public String type() {
        return LawChanges.CHANGE;
    }

    @Override
    public void apply(String cell, EnterpriseId enterprise, FeedItem item) {
        LawNotice notice = Definitions.read(item.payload(), LawNotice.class);
        if (notice.isTakenBack()) {
            remove(cell, enterprise, item.subject());
        } else {
            copies.put(cell, new LawChangeCopy(enterprise, notice.change().id(), item.payload()));
        }
    }

    @Override
    public void remove(String cell, EnterpriseId enterprise, String subject) {
        copies.remove(cell, enterprise, UUID.fromString(subject));
    }
}

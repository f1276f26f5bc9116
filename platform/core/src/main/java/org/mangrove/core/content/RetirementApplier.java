package org.mangrove.core.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.mangrove.core.content.store.RetirementCopy;
import org.mangrove.core.content.store.RetirementCopyStore;
import org.mangrove.core.publication.FeedApplier;
import org.mangrove.core.publication.FeedItem;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.EnterpriseId;

/** Writes into a cell which masters are given up. */
@ApplicationScoped
public class RetirementApplier implements FeedApplier {

    @Inject
    RetirementCopyStore copies;

    @Override
    public String type() {
        return Retirements.RETIREMENT;
    }

    @Override
    public void apply(String cell, EnterpriseId enterprise, FeedItem item) {
        RetirementNotice notice = Definitions.read(item.payload(), RetirementNotice.class);
        notice.retirement()
                .ifPresentOrElse(
                        retirement -> copies.put(cell, new RetirementCopy(enterprise, retirement)),
                        () -> remove(cell, enterprise, item.subject()));
    }

    @Override
    public void remove(String cell, EnterpriseId enterprise, String subject) {
        copies.remove(cell, enterprise, RetirementCopy.idOf(subject));
    }
}

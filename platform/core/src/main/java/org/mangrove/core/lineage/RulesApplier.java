package org.mangrove.core.lineage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.mangrove.core.lineage.store.RulesCopy;
import org.mangrove.core.lineage.store.RulesCopyStore;
import org.mangrove.core.publication.FeedApplier;
import org.mangrove.core.publication.FeedItem;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.EnterpriseId;

/** Writes into a cell what spaces above demand. */
@ApplicationScoped
public class RulesApplier implements FeedApplier {

    @Inject
    RulesCopyStore rules;

    @Override
    public String type() {
        return RuleBook.RULES;
    }

    @Override
    public void apply(String cell, EnterpriseId enterprise, FeedItem item) {
        // what cannot be read must not be taken for no rules
        Definitions.read(item.payload(), RulesDocument.class);
        rules.put(cell, new RulesCopy(enterprise, item.subject(), item.payload()));
    }

    @Override
    public void remove(String cell, EnterpriseId enterprise, String subject) {
        rules.remove(cell, enterprise, RulesCopy.idOf(subject));
    }
}

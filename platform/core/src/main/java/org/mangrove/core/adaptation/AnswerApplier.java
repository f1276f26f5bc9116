package org.mangrove.core.adaptation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.mangrove.core.adaptation.store.AnswerCopy;
import org.mangrove.core.adaptation.store.AnswerCopyStore;
import org.mangrove.core.publication.FeedApplier;
import org.mangrove.core.publication.FeedItem;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.EnterpriseId;

/** Writes into a cell what headquarters has answered to offers. */
@ApplicationScoped
public class AnswerApplier implements FeedApplier {

    @Inject
    AnswerCopyStore answers;

    @Override
    public String type() {
        return Proposals.ANSWER;
    }

    @Override
    public void apply(String cell, EnterpriseId enterprise, FeedItem item) {
        // what cannot be read must not be taken for an answer
        UUID id = Definitions.read(item.payload(), Offer.Answer.class).id();
        answers.put(cell, new AnswerCopy(enterprise, id, item.payload()));
    }

    @Override
    public void remove(String cell, EnterpriseId enterprise, String subject) {
        answers.remove(cell, enterprise, UUID.fromString(subject));
    }
}

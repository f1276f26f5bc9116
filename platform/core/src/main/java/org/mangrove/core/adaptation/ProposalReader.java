package org.mangrove.core.adaptation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.mangrove.core.adaptation.store.ProposalRow;
import org.mangrove.core.adaptation.store.ProposalStore;
import org.mangrove.core.content.Masters;
import org.mangrove.core.publication.Tiding;
import org.mangrove.core.publication.TidingReader;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.TenantRegister;
import org.mangrove.sdk.Message;

/**
 * Hears in the core what markets offer. A cell speaks for its own tenants only. What was heard once is never changed by hearing it
 * again: it can be withdrawn until it is answered, and whoever was named can be forgotten.
 */
@ApplicationScoped
public class ProposalReader implements TidingReader {

    static final String TYPE = "adaptation.proposal";

    @Inject
    ProposalStore store;

    @Inject
    Masters masters;

    @Inject
    TenantRegister register;

    @Inject
    Clock clock;

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public void read(String cell, Enterprise enterprise, Tiding tiding) {
        Offer.Notice notice = notice(tiding);
        Offer offer = notice.offer();
        Optional<ProposalRow> known = store.hold(enterprise.id(), offer.id());
        if (!register.isKeptBy(enterprise.id(), offer.tenant(), cell)
                || known.filter(row -> !row.tenant().equals(offer.tenant())).isPresent()) {
            throw new Refusal.Invalid(tiding.subject(), Message.of("adaptation.market.not-of-the-cell"));
        }
        if (known.isPresent()) {
            again(known.get(), notice);
        } else if (!notice.isWithdrawn()
                && masters.findCurrent(enterprise.id(), offer.course()).isPresent()) {
            store.add(new ProposalRow(
                    enterprise.id(),
                    offer,
                    Definitions.write(offer.withByline(Optional.empty())),
                    clock.instant().truncatedTo(ChronoUnit.MICROS)));
        }
    }

    private static void again(ProposalRow row, Offer.Notice notice) {
        if (notice.isWithdrawn() && row.state() == Offer.State.OPEN) {
            row.withdraw();
        }
        if (notice.offer().byline().isEmpty()) {
            row.forgetByline();
        }
    }

    private static Offer.Notice notice(Tiding tiding) {
        try {
            Offer.Notice notice = Definitions.read(tiding.payload(), Offer.Notice.class);
            if (notice.offer().id().toString().equals(tiding.subject())) {
                return notice;
            }
        } catch (IllegalArgumentException | NullPointerException unreadable) {
            // told below
        }
        throw new Refusal.Invalid(tiding.subject(), Message.of("adaptation.proposal.unreadable"));
    }
}

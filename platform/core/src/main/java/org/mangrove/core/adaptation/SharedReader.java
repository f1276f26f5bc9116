package org.mangrove.core.adaptation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.mangrove.core.adaptation.store.SharedRow;
import org.mangrove.core.adaptation.store.SharedStore;
import org.mangrove.core.publication.Tiding;
import org.mangrove.core.publication.TidingReader;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.TenantRegister;
import org.mangrove.sdk.Message;

/**
 * Hears in the core what markets share, and forgets it as soon as it is shared no more. A cell speaks for its own tenants only.
 */
@ApplicationScoped
public class SharedReader implements TidingReader {

    static final String TYPE = "adaptation.sharing";

    @Inject
    SharedStore store;

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
        Sharing.Notice notice = notice(tiding);
        Sharing sharing = notice.content().sharing();
        Optional<SharedRow> known = store.hold(enterprise.id(), sharing.id());
        if (!register.isKeptBy(enterprise.id(), sharing.tenant(), cell)
                || known.filter(row -> !row.tenant().equals(sharing.tenant())).isPresent()) {
            throw new Refusal.Invalid(tiding.subject(), Message.of("adaptation.market.not-of-the-cell"));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (notice.isOver() || !sharing.holdsAt(now)) {
            known.ifPresent(store::remove);
        } else if (known.isEmpty()) {
            store.add(new SharedRow(enterprise.id(), notice.content(), now));
        } else if (!known.get().content().equals(notice.content())) {
            known.get().says(notice.content(), now);
        }
        store.removeEnded(enterprise.id(), now);
    }

    private static Sharing.Notice notice(Tiding tiding) {
        try {
            Sharing.Notice notice = Definitions.read(tiding.payload(), Sharing.Notice.class);
            if (notice.content().sharing().id().toString().equals(tiding.subject())) {
                return notice;
            }
        } catch (IllegalArgumentException | NullPointerException unreadable) {
            // told below
        }
        throw new Refusal.Invalid(tiding.subject(), Message.of("adaptation.sharing.unreadable"));
    }
}

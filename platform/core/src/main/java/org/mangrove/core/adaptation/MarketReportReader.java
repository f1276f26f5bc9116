package org.mangrove.core.adaptation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.mangrove.core.adaptation.store.MarketReportStore;
import org.mangrove.core.publication.Tiding;
import org.mangrove.core.publication.TidingReader;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.TenantRegister;
import org.mangrove.sdk.Message;

/** Hears in the core how markets stand. A cell speaks for its own tenants only, and figures only. */
@ApplicationScoped
public class MarketReportReader implements TidingReader {

    static final String TYPE = "adaptation.market";

    @Inject
    MarketReportStore store;

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
        if (!register.isKeptBy(enterprise.id(), tiding.subject(), cell)) {
            throw new Refusal.Invalid(tiding.subject(), Message.of("adaptation.market.not-of-the-cell"));
        }
        store.put(enterprise.id(), tiding.subject(), clock.instant(), report(tiding));
    }

    private static MarketReport report(Tiding tiding) {
        try {
            MarketReport report = Definitions.read(tiding.payload(), MarketReport.class);
            if (report.isWithoutWords()) {
                return report;
            }
        } catch (IllegalArgumentException unreadable) {
            // told below
        }
        throw new Refusal.Invalid(tiding.subject(), Message.of("adaptation.market.unreadable"));
    }
}

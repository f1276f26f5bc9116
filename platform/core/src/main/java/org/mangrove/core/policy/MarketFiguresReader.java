package org.mangrove.core.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mangrove.core.policy.store.MarketFiguresStore;
import org.mangrove.core.publication.Tiding;
import org.mangrove.core.publication.TidingReader;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.TenantRegister;
import org.mangrove.sdk.Message;

/** Hears in the core which figures markets have chosen. A cell speaks for its own tenants only. */
@ApplicationScoped
public class MarketFiguresReader implements TidingReader {

    static final String TYPE = "policy.market";

    @Inject
    MarketFiguresStore store;

    @Inject
    PolicyBook book;

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
            throw new Refusal.Invalid(tiding.subject(), Message.of("policy.market.not-of-the-cell"));
        }
        store.put(enterprise.id(), tiding.subject(), clock.instant(), figures(tiding));
    }

    private MarketFigures figures(Tiding tiding) {
        try {
            MarketFigures figures = Definitions.read(tiding.payload(), MarketFigures.class);
            if (figures.isFiguresOnly(
                    book.all().stream().collect(Collectors.toMap(PolicyDefinition::slug, Function.identity())))) {
                return figures;
            }
        } catch (IllegalArgumentException unreadable) {
            // told below
        }
        throw new Refusal.Invalid(tiding.subject(), Message.of("policy.market.unreadable"));
    }
}

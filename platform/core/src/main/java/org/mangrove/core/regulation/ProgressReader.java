package org.mangrove.core.regulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.mangrove.core.publication.Tiding;
import org.mangrove.core.publication.TidingReader;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.regulation.store.LawChangeStore;
import org.mangrove.core.regulation.store.LawProgressRow;
import org.mangrove.core.regulation.store.LawProgressStore;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.TenantRegister;
import org.mangrove.sdk.Message;

/** Hears in the core how far the people of markets are. A cell speaks for its own tenants only, and in figures only. */
@ApplicationScoped
public class ProgressReader implements TidingReader {

    @Inject
    LawChangeStore changes;

    @Inject
    LawProgressStore store;

    @Inject
    TenantRegister register;

    @Inject
    Clock clock;

    @Override
    public String type() {
        return Progress.TYPE;
    }

    @Override
    public void read(String cell, Enterprise enterprise, Tiding tiding) {
        if (!register.isKeptBy(enterprise.id(), tiding.subject(), cell)) {
            throw new Refusal.Invalid(tiding.subject(), Message.of("regulation.progress.not-of-the-cell"));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (Progress.OfChange told : progress(tiding).changes()) {
            if (!told.makesSense()) {
                throw new Refusal.Invalid(tiding.subject(), Message.of("regulation.progress.unreadable"));
            }
            if (changes.find(enterprise.id(), told.change()).isPresent()) {
                LawProgressRow row = store.find(enterprise.id(), told.change(), tiding.subject())
                        .orElseGet(() -> {
                            var first = new LawProgressRow(enterprise.id(), told.change(), tiding.subject());
                            first.hear(told, now);
                            store.add(first);
                            return first;
                        });
                row.hear(told, now);
            }
        }
    }

    private static Progress progress(Tiding tiding) {
        try {
            return Definitions.read(tiding.payload(), Progress.class);
        } catch (IllegalArgumentException unreadable) {
            throw new Refusal.Invalid(tiding.subject(), Message.of("regulation.progress.unreadable"));
        }
    }
}

package org.mangrove.core.governance;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.mangrove.core.governance.store.StoredDecision;
import org.mangrove.core.governance.store.TenantChains;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.identity.PersonalData;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.TenantId;

/** Who has decided what in their market. That it was decided stays; that it was them, and why they said it was, is forgotten. */
@ApplicationScoped
public class DecidedBy implements PersonalData {

    @Inject
    Decisions decisions;

    @Inject
    TenantChains chains;

    @Override
    public String holder() {
        return "decisions";
    }

    @Override
    public void export(TenantProfile tenant, DataSubject who, PersonalDataSink sink) throws IOException {
        if (who.actor().isEmpty()) {
            return;
        }
        UUID actor = who.actor().get();
        long after = 0;
        List<StoredDecision> some;
        do {
            some = decisions.by(tenant, actor, after);
            for (StoredDecision decision : some) {
                after = decision.entry().number();
                sink.item("decision", item(decision));
            }
        } while (some.size() == Decisions.AT_ONCE);
    }

    private static ObjectNode item(StoredDecision decision) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.put("number", decision.entry().number());
        item.put("decision", decision.entry().kind());
        item.put("course", decision.entry().asset());
        decision.opening().map(Opening::of).ifPresent(opening -> item.put("reason", opening.reason()));
        Entry.read(decision.entry().body())
                .ifPresent(entry -> item.put("decidedAt", entry.at().toString()));
        return item;
    }

    @Override
    public Erased erase(TenantProfile tenant, DataSubject who) {
        TenantId id = tenant.tenant().id();
        return new Erased(0, who.actor().map(actor -> chains.forget(id, actor)).orElse(0), false);
    }
}

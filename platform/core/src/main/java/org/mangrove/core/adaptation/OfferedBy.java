package org.mangrove.core.adaptation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import org.mangrove.core.adaptation.store.OfferRow;
import org.mangrove.core.adaptation.store.OfferStore;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.identity.PersonalData;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.TenantId;

/**
 * Who has offered what to headquarters. What was offered stays; that it was them is forgotten, and headquarters is told to take
 * their name away where it stands beside it.
 */
@ApplicationScoped
public class OfferedBy implements PersonalData {

    private static final int MOST = 500;

    @Inject
    OfferedTexts offered;

    @Inject
    OfferStore store;

    @Inject
    Event<Said> said;

    @Override
    public String holder() {
        return "offers";
    }

    @Override
    public void export(TenantProfile tenant, DataSubject who, PersonalDataSink sink) throws IOException {
        if (who.person().isEmpty()) {
            return;
        }
        for (OfferRow row : offered.by(tenant, who.person().get(), MOST)) {
            ObjectNode item = JsonNodeFactory.instance.objectNode();
            item.put("course", row.course());
            item.put("text", row.subject());
            item.put("state", row.state().name());
            row.byline().ifPresent(name -> item.put("named", name));
            item.put("at", row.offeredAt().toString());
            sink.item("offer", item);
        }
    }

    @Override
    public Erased erase(TenantProfile tenant, DataSubject who) {
        TenantId id = tenant.tenant().id();
        int forgotten = who.person().map(person -> store.forget(id, person)).orElse(0);
        if (forgotten > 0) {
            said.fire(new Said(id));
        }
        return new Erased(0, forgotten, false);
    }
}

package org.mangrove.core.adaptation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.mangrove.core.adaptation.store.SharingRow;
import org.mangrove.core.adaptation.store.SharingStore;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.identity.PersonalData;
import org.mangrove.core.tenancy.TenantProfile;

/** Who has shared what a market says. What was shared stays so; that it was them is forgotten, and was never told to anybody else. */
@ApplicationScoped
public class SharedBy implements PersonalData {

    private static final int MOST = 500;

    @Inject
    OfferedTexts read;

    @Inject
    SharingStore store;

    @Override
    public String holder() {
        return "sharings";
    }

    @Override
    public void export(TenantProfile tenant, DataSubject who, PersonalDataSink sink) throws IOException {
        if (who.person().isEmpty()) {
            return;
        }
        for (SharingRow row : read.sharedBy(tenant, who.person().get(), MOST)) {
            ObjectNode item = JsonNodeFactory.instance.objectNode();
            item.put("course", row.course());
            item.put("text", row.subject());
            item.put("reason", row.sharing(tenant.tenant().slug()).reason());
            item.put("at", row.sharedAt().toString());
            sink.item("sharing", item);
        }
    }

    @Override
    public Erased erase(TenantProfile tenant, DataSubject who) {
        int forgotten = who.person()
                .map(person -> store.forget(tenant.tenant().id(), person))
                .orElse(0);
        return new Erased(0, forgotten, false);
    }
}

package org.mangrove.core.consent;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.mangrove.core.consent.store.ConsentStore;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.identity.PersonalData;
import org.mangrove.core.tenancy.TenantProfile;

/** What people have said to the purposes that wait for their consent. */
@ApplicationScoped
public class ConsentData implements PersonalData {

    @Inject
    Consents consents;

    @Inject
    ConsentStore store;

    @Override
    public String holder() {
        return "consent";
    }

    @Override
    public void export(TenantProfile tenant, DataSubject who, PersonalDataSink sink) throws IOException {
        if (who.person().isEmpty()) {
            return;
        }
        UUID person = who.person().get();
        Map<String, Consent> said = new TreeMap<>(consents.of(tenant.tenant().id(), person));
        for (Map.Entry<String, Consent> one : said.entrySet()) {
            ObjectNode item = JsonNodeFactory.instance.objectNode().put("purpose", one.getKey());
            one.getValue().consentedAt().ifPresent(at -> item.put("consentedAt", at.toString()));
            one.getValue().withdrawnAt().ifPresent(at -> item.put("withdrawnAt", at.toString()));
            sink.item("consent", item);
        }
    }

    @Override
    public Erased erase(TenantProfile tenant, DataSubject who) {
        int removed = who.person()
                .map(person -> store.remove(tenant.tenant().id(), person))
                .orElse(0);
        return new Erased(removed, 0, false);
    }
}

package org.mangrove.core.credentials;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;
import org.mangrove.core.credentials.store.CredentialStore;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.identity.PersonalData;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.TenantId;

/** Which admins have connected and disconnected systems. The systems stay connected; who did it is forgotten. */
@ApplicationScoped
public class ConnectedBy implements PersonalData {

    @Inject
    Credentials credentials;

    @Inject
    CredentialStore store;

    @Override
    public String holder() {
        return "connections";
    }

    @Override
    public void export(TenantProfile tenant, DataSubject who, PersonalDataSink sink) throws IOException {
        for (Credential credential : credentials.all(tenant)) {
            if (who.person().isPresent() && credential.madeBy().equals(who.person())) {
                ObjectNode item = JsonNodeFactory.instance.objectNode();
                item.put("name", credential.name());
                item.put("madeAt", credential.madeAt().toString());
                sink.item("connection", item);
            }
        }
    }

    @Override
    public Erased erase(TenantProfile tenant, DataSubject who) {
        TenantId id = tenant.tenant().id();
        long forgotten = who.person()
                .map((UUID person) -> store.forgetCreator(id, person) + store.forgetRevoker(id, person))
                .orElse(0);
        return new Erased(0, forgotten, false);
    }
}

package org.mangrove.core.privacy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.identity.PersonalData;
import org.mangrove.core.privacy.store.HoldRow;
import org.mangrove.core.privacy.store.HoldStore;
import org.mangrove.core.privacy.store.RequestRow;
import org.mangrove.core.privacy.store.RequestStore;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.TenantId;

/** What people have asked for about their own data, and the exports that were made for them. */
@ApplicationScoped
public class PrivacyData implements PersonalData {

    private static final int MOST = 1_000;

    @Inject
    Requests requests;

    @Inject
    RequestStore store;

    @Inject
    HoldStore holds;

    @Inject
    ExportFiles files;

    @Override
    public String holder() {
        return "privacy";
    }

    @Override
    public void export(TenantProfile tenant, DataSubject who, PersonalDataSink sink) throws IOException {
        if (who.person().isEmpty()) {
            return;
        }
        for (Request request : requests.of(tenant.tenant().id(), who.person().get())) {
            ObjectNode item = JsonNodeFactory.instance.objectNode();
            item.put("id", request.id().toString());
            item.put("kind", request.kind().name());
            item.put("state", request.state().name());
            item.put("askedAt", request.askedAt().toString());
            item.put("dueOn", request.dueOn().toString());
            request.decidedAt().ifPresent(at -> item.put("decidedAt", at.toString()));
            request.reason().ifPresent(reason -> item.put("reason", reason));
            sink.item("request", item);
        }
    }

    @Override
    public Erased erase(TenantProfile tenant, DataSubject who) {
        if (who.person().isEmpty()) {
            return Erased.nothing();
        }
        TenantId owner = tenant.tenant().id();
        UUID person = who.person().get();
        List<RequestRow> own = store.of(owner, person, MOST);
        for (RequestRow row : own) {
            if (row.state() == RequestState.READY) {
                files.remove(tenant, row.id());
                row.expire();
            }
            row.forgetPerson();
        }
        List<HoldRow> over = holds.of(owner, person);
        over.forEach(HoldRow::forgetPerson);
        long forgotten = store.forgetDecider(owner, person) + (long) holds.forgetAdmin(owner, person);
        return new Erased(0, own.size() + over.size() + forgotten, own.size() == MOST);
    }
}

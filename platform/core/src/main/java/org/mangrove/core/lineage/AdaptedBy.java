package org.mangrove.core.lineage;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.identity.PersonalData;
import org.mangrove.core.lineage.store.LocalRevisionRow;
import org.mangrove.core.lineage.store.LocalRevisionStore;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.TenantId;

/** Who has said what otherwise in their market. What was said stays; that it was them is forgotten. */
@ApplicationScoped
public class AdaptedBy implements PersonalData {

    private static final int AT_ONCE = 500;

    @Inject
    LocalOverlays overlays;

    @Inject
    LocalRevisionStore revisions;

    @Override
    public String holder() {
        return "adaptations";
    }

    @Override
    public void export(TenantProfile tenant, DataSubject who, PersonalDataSink sink) throws IOException {
        if (who.person().isEmpty()) {
            return;
        }
        Optional<UUID> after = Optional.empty();
        List<LocalRevisionRow> some;
        do {
            some = overlays.by(tenant, who.person().get(), after, AT_ONCE);
            for (LocalRevisionRow row : some) {
                ObjectNode item = JsonNodeFactory.instance.objectNode();
                item.put("type", row.type());
                item.put("course", row.asset());
                item.put("revision", row.revision());
                item.put("act", row.act().name());
                item.put("reason", row.reason());
                item.put("at", row.writtenAt().toString());
                sink.item("adaptation", item);
                after = Optional.of(row.id());
            }
        } while (some.size() == AT_ONCE);
    }

    @Override
    public Erased erase(TenantProfile tenant, DataSubject who) {
        TenantId id = tenant.tenant().id();
        return new Erased(
                0, who.person().map(person -> revisions.forget(id, person)).orElse(0), false);
    }
}

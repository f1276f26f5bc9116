package org.mangrove.core.privacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.mangrove.core.events.Mentions;
import org.mangrove.core.events.StoredEvent;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.identity.PersonalData;
import org.mangrove.core.tenancy.TenantProfile;

/** What happened in the last weeks, as other parts of the platform read it: it names people by their ids. */
@ApplicationScoped
public class OutboxData implements PersonalData {

    private static final int AT_ONCE = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Mentions mentions;

    @Override
    public String holder() {
        return "events";
    }

    @Override
    public void export(TenantProfile tenant, DataSubject who, PersonalDataSink sink) throws IOException {
        for (UUID id : ids(who)) {
            var after = new UUID(0, 0);
            List<StoredEvent> some = mentions.of(tenant.tenant().id(), id, after, AT_ONCE);
            while (!some.isEmpty()) {
                for (StoredEvent event : some) {
                    ObjectNode item = JSON.createObjectNode();
                    item.put("type", event.type());
                    item.put("occurredAt", event.occurredAt().toString());
                    item.set("event", JSON.readTree(event.payload()));
                    sink.item("event", item);
                }
                after = some.getLast().id();
                some = mentions.of(tenant.tenant().id(), id, after, AT_ONCE);
            }
        }
    }

    @Override
    public Erased erase(TenantProfile tenant, DataSubject who) {
        long renamed = 0;
        boolean more = false;
        for (UUID id : ids(who)) {
            int some = mentions.replace(tenant.tenant().id(), id, UUID.randomUUID(), AT_ONCE);
            renamed += some;
            more |= some == AT_ONCE;
        }
        return new Erased(0, renamed, more);
    }

    private static List<UUID> ids(DataSubject who) {
        return Stream.concat(who.person().stream(), who.actor().stream()).toList();
    }
}

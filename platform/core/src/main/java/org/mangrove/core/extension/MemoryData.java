package org.mangrove.core.extension;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.mangrove.core.extension.store.MemoryEntry;
import org.mangrove.core.extension.store.MemoryStore;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.identity.PersonalData;
import org.mangrove.core.tenancy.TenantProfile;

/**
 * What plugins keep that names somebody. They are given nobody's name and nobody's id, so there should be nothing; what there is
 * nevertheless is found by its words.
 */
@ApplicationScoped
public class MemoryData implements PersonalData {

    private static final int AT_ONCE = 200;

    @Inject
    MemoryStore store;

    @Inject
    PluginMemories memories;

    @Override
    public String holder() {
        return "extension";
    }

    @Override
    public void export(TenantProfile tenant, DataSubject who, PersonalDataSink sink) throws IOException {
        for (String word : words(who)) {
            for (PluginMemories.Kept kept : memories.mentioning(tenant.tenant().id(), word, AT_ONCE)) {
                sink.item(
                        "memory",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("plugin", kept.plugin())
                                .put("name", kept.name())
                                .put("text", kept.text()));
            }
        }
    }

    @Override
    public Erased erase(TenantProfile tenant, DataSubject who) {
        long removed = 0;
        boolean more = false;
        for (String word : words(who)) {
            List<MemoryEntry> entries = store.mentioning(tenant.tenant().id(), word, AT_ONCE);
            entries.forEach(store::remove);
            removed += entries.size();
            more |= entries.size() == AT_ONCE;
        }
        return new Erased(removed, 0, more);
    }

    private static List<String> words(DataSubject who) {
        return Stream.concat(
                        Stream.concat(who.person().stream(), who.actor().stream())
                                .map(UUID::toString),
                        who.emails().stream())
                .toList();
    }
}

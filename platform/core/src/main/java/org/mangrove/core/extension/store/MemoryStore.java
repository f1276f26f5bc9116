package org.mangrove.core.extension.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** The door to what plugins keep. */
@ApplicationScoped
public class MemoryStore extends TenantStore<MemoryEntry> {

    public MemoryStore() {
        super(MemoryEntry.class);
    }

    public Optional<MemoryEntry> find(TenantId tenant, String plugin, String name) {
        return where(tenant, "e.plugin = :plugin and e.name = :name")
                .setParameter("plugin", plugin)
                .setParameter("name", name)
                .getResultStream()
                .findFirst();
    }

    /** What has a word in it, or in its name, whatever its case. */
    public List<MemoryEntry> mentioning(TenantId tenant, String word, int most) {
        return where(tenant, "locate(:word, lower(e.text)) > 0 or locate(:word, lower(e.name)) > 0", "e.id")
                .setParameter("word", word.toLowerCase(Locale.ROOT))
                .setMaxResults(most)
                .getResultList();
    }

    public long count(TenantId tenant, String plugin) {
        return countWhere(tenant, "e.plugin = :plugin")
                .setParameter("plugin", plugin)
                .getSingleResult();
    }

    public List<MemoryEntry> all(TenantId tenant, String plugin) {
        return where(tenant, "e.plugin = :plugin")
                .setParameter("plugin", plugin)
                .getResultList();
    }
}

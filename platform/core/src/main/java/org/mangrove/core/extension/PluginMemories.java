package org.mangrove.core.extension;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mangrove.core.extension.store.MemoryEntry;
import org.mangrove.core.extension.store.MemoryStore;
import org.mangrove.sdk.TenantId;

/**
 * What plugins keep for each tenant, in the tenant's own cell. All versions of a plugin share one memory.
 *
 * <p>Each access is a transaction of its own: plugins are called on threads that take no part in the caller's.
 */
@ApplicationScoped
public class PluginMemories {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_ENTRIES = 10_000;

    @Inject
    MemoryStore store;

    /** A text of a plugin. */
    record Kept(String plugin, String name, String text) {}

    /** What any plugin keeps for the tenant that has the word in it. */
    @Transactional
    List<Kept> mentioning(TenantId tenant, String word, int most) {
        return store.mentioning(tenant, word, most).stream()
                .map(entry -> new Kept(entry.plugin(), entry.name(), entry.text()))
                .toList();
    }

    @Transactional(TxType.REQUIRES_NEW)
    public Optional<String> find(TenantId tenant, String plugin, String name) {
        return store.find(tenant, plugin, name).map(MemoryEntry::text);
    }

    @Transactional(TxType.REQUIRES_NEW)
    public void keep(TenantId tenant, String plugin, String name, String text) {
        if (name.isEmpty() || name.length() > LONGEST_NAME || text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("A memory's name has 1 to %d characters and its text at most %d"
                    .formatted(LONGEST_NAME, LONGEST_TEXT));
        }
        Optional<MemoryEntry> there = store.find(tenant, plugin, name);
        if (there.isPresent()) {
            there.get().replace(text);
            return;
        }
        if (store.count(tenant, plugin) >= MOST_ENTRIES) {
            throw new IllegalStateException("A plugin keeps at most %d texts for a tenant".formatted(MOST_ENTRIES));
        }
        store.add(new MemoryEntry(tenant, plugin, name, text));
    }

    @Transactional(TxType.REQUIRES_NEW)
    public void forget(TenantId tenant, String plugin, String name) {
        store.find(tenant, plugin, name).ifPresent(store::remove);
    }

    @Transactional(TxType.REQUIRES_NEW)
    public SortedMap<String, String> findAll(TenantId tenant, String plugin, String prefix) {
        var found = new TreeMap<String, String>();
        for (MemoryEntry entry : store.all(tenant, plugin)) {
            if (entry.name().startsWith(prefix)) {
                found.put(entry.name(), entry.text());
            }
        }
        return found;
    }
}

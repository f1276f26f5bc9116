package org.mangrove.core.extension;

import java.util.Optional;
import java.util.SortedMap;
import org.mangrove.sdk.PluginMemory;
import org.mangrove.sdk.TenantId;

/** The memory of one plugin in one tenant: all that the plugin gets to see of it. */
record BoundMemory(PluginMemories memories, TenantId tenant, String plugin) implements PluginMemory {

    @Override
    public Optional<String> find(String name) {
        return memories.find(tenant, plugin, name);
    }

    @Override
    public void keep(String name, String text) {
        memories.keep(tenant, plugin, name, text);
    }

    @Override
    public void forget(String name) {
        memories.forget(tenant, plugin, name);
    }

    @Override
    public SortedMap<String, String> findAll(String prefix) {
        return memories.findAll(tenant, plugin, prefix);
    }

    @Override
    public String toString() {
        return "memory of " + plugin + " for tenant " + tenant;
    }
}

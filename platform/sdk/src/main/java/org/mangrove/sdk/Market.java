package org.mangrove.sdk;

/**
 * For whom a plugin is asked, and what it is given to answer with. All of it is bound to the one tenant.
 *
 * @param settings what {@code tenants-config} sets for this plugin in this tenant
 * @param memory what the plugin has kept for this tenant; usable if its admin granted the capability {@code memory}
 */
public record Market(Tenant tenant, PluginSettings settings, PluginMemory memory) {

    /** A market without settings and without memory. */
    public static Market of(Tenant tenant) {
        return new Market(tenant, PluginSettings.none(), PluginMemory.notGranted());
    }

    public Market with(PluginSettings others) {
        return new Market(tenant, others, memory);
    }
}

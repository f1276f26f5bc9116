package org.mangrove.core.extension.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.TenantOwned;
import org.mangrove.sdk.TenantId;

/** A text that a plugin keeps for a tenant, under a name of the plugin's own. */
@Entity
@Table(name = "extension_memory")
public class MemoryEntry extends TenantOwned {

    @Column(name = "plugin_id", nullable = false, updatable = false)
    private String plugin;

    @Column(name = "entry_name", nullable = false, updatable = false)
    private String name;

    @Column(name = "entry_text", nullable = false)
    private String text;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected MemoryEntry() {}

    public MemoryEntry(TenantId tenant, String plugin, String name, String text) {
        super(tenant, Uuids.next());
        this.plugin = plugin;
        this.name = name;
        this.text = text;
    }

    public void replace(String newText) {
        text = newText;
    }

    public String plugin() {
        return plugin;
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }
}

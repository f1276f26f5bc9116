package org.mangrove.core.extension;

import java.util.Optional;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;

/** Somebody who may hold a plugin back that a tenant's configuration lists. A CDI bean; asked at every question, so it is quick. */
public interface PluginGate {

    /** @return why the plugin is not asked for this tenant; empty if it may be */
    Optional<Message> objectionTo(TenantProfile tenant, String plugin);
}

package org.mangrove.core.extension;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantProfile.PluginChoice;
import org.mangrove.core.tenancy.Tenants;

/** Tells the operator how the plugins do, for each tenant that has them switched on. */
@ApplicationScoped
public class PluginHealth {

    @Inject
    Plugins plugins;

    @Inject
    Tenants tenants;

    /** In which state a plugin is for a tenant. */
    public enum State {
        READY,

        /** It failed too often and is left alone for a while. */
        RESTING,

        /** It holds all threads that it may have, and none can be stopped. */
        STUCK,

        /** It is switched on and not installed. */
        MISSING
    }

    /**
     * One plugin in one tenant, since this node has started.
     *
     * @param stuckThreads how many threads the plugin holds against its contract, for all tenants together
     */
    public record Report(
            String tenant,
            PluginName plugin,
            State state,
            long calls,
            long failures,
            int stuckThreads,
            Optional<String> lastFailure,
            Optional<Instant> lastFailureAt) {}

    public List<Report> reports() {
        var reports = new ArrayList<Report>();
        for (TenantProfile tenant : tenants.all()) {
            for (PluginChoice choice : tenant.plugins()) {
                reports.add(report(tenant, new PluginName(choice.id(), choice.version())));
            }
        }
        return List.copyOf(reports);
    }

    /** Whether every plugin that a tenant has switched on answers. */
    public boolean isWell() {
        return reports().stream().allMatch(report -> report.state() == State.READY);
    }

    private Report report(TenantProfile tenant, PluginName name) {
        Optional<LoadedPlugin> loaded = plugins.findLoaded(name);
        String slug = tenant.tenant().slug();
        if (loaded.isEmpty()) {
            return new Report(slug, name, State.MISSING, 0, 0, 0, Optional.empty(), Optional.empty());
        }
        LoadedPlugin plugin = loaded.get();
        Guard guard = plugin.guard(tenant.tenant().id());
        return new Report(
                slug,
                name,
                state(plugin, guard),
                guard.calls(),
                guard.failures(),
                plugin.stuckThreads(),
                guard.lastFailure(),
                guard.lastFailureAt());
    }

    private static State state(LoadedPlugin plugin, Guard guard) {
        if (plugin.stuckThreads() >= LoadedPlugin.THREADS) {
            return State.STUCK;
        }
        return guard.rests() ? State.RESTING : State.READY;
    }
}

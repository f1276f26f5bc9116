package org.mangrove.core.extension;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

    /** A version of a plugin, and a state in which it is for some tenants. */
    public record Use(PluginName plugin, State state) {}

    /** For how many tenants each plugin is in each state: for those who may not know which tenants. */
    public Map<Use, Long> tenantsByState() {
        return reports().stream()
                .collect(Collectors.groupingBy(
                        report -> new Use(report.plugin(), report.state()), LinkedHashMap::new, Collectors.counting()));
    }

    /**
     * How the calls to a version of a plugin have ended, for all tenants together.
     *
     * @param outcomes {@code answered}, or in which way it failed, to how many times
     */
    public record Calls(PluginName plugin, Map<String, Long> outcomes, int stuckThreads) {}

    /** For every plugin that a tenant has switched on and that is installed. */
    public List<Calls> calls() {
        return tenants.all().stream()
                .flatMap(tenant -> tenant.plugins().stream())
                .map(choice -> new PluginName(choice.id(), choice.version()))
                .distinct()
                .flatMap(name -> plugins.findLoaded(name).stream())
                .map(PluginHealth::calls)
                .toList();
    }

    private static Calls calls(LoadedPlugin plugin) {
        var outcomes = new TreeMap<String, Long>();
        for (Guard guard : plugin.guards().values()) {
            outcomes.merge("answered", guard.calls() - guard.failures(), Long::sum);
            guard.failuresByKind()
                    .forEach((kind, times) ->
                            outcomes.merge(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), times, Long::sum));
        }
        return new Calls(plugin.description().name(), outcomes, plugin.stuckThreads());
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

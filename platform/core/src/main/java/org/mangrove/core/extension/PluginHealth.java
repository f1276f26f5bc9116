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
import java.util.stream.Stream;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantProfile.PluginChoice;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.sdk.Message;

/** Tells the operator how the plugins do, for each tenant that has them switched on. */
@ApplicationScoped
public class PluginHealth {

    @Inject
    Plugins plugins;

    @Inject
    Tenants tenants;

    @Inject
    PluginGates gates;

    /** In which state a plugin is for a tenant. */
    public enum State {
        READY,

        /** It failed too often and is left alone for a while. */
        RESTING,

        /** It holds all threads that it may have, and none can be stopped. */
        STUCK,

        /** It is switched on and not installed. */
        MISSING,

        /** It is switched on, and something forbids that it is asked. */
        HELD_BACK
    }

    /**
     * One plugin in one tenant, since this node has started.
     *
     * @param objection why it is held back, if it is
     * @param stuckThreads how many threads the plugin holds against its contract, for all tenants together
     */
    public record Report(
            String tenant,
            PluginName plugin,
            State state,
            Optional<Message> objection,
            long calls,
            long failures,
            int stuckThreads,
            Optional<String> lastFailure,
            Optional<Instant> lastFailureAt) {

        Report heldBack(Message why) {
            return new Report(
                    tenant,
                    plugin,
                    State.HELD_BACK,
                    Optional.of(why),
                    calls,
                    failures,
                    stuckThreads,
                    lastFailure,
                    lastFailureAt);
        }
    }

    public List<Report> reports() {
        var reports = new ArrayList<Report>();
        for (TenantProfile tenant : tenants.all()) {
            for (PluginChoice choice : tenant.plugins()) {
                Report report = report(tenant, choice);
                reports.add(gates.objectionTo(tenant, choice.id())
                        .map(report::heldBack)
                        .orElse(report));
            }
        }
        return List.copyOf(reports);
    }

    /** The same from memory alone, so that it is known while no database answers: what is held back counts as what it is otherwise. */
    private Stream<Report> remembered() {
        return tenants.all().stream()
                .flatMap(tenant -> tenant.plugins().stream().map(choice -> report(tenant, choice)));
    }

    /** A version of a plugin, and a state in which it is for some tenants. */
    public record Use(PluginName plugin, State state) {}

    /** For how many tenants each plugin is in each state, but for being held back: for those who may not know which tenants. Asks no database. */
    public Map<Use, Long> tenantsByState() {
        return remembered()
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

    /** Whether every plugin that a tenant has switched on answers. Asks no database. */
    public boolean isWell() {
        return remembered().allMatch(report -> report.state() == State.READY);
    }

    private Report report(TenantProfile tenant, PluginChoice choice) {
        var name = new PluginName(choice.id(), choice.version());
        Optional<LoadedPlugin> loaded = plugins.findLoaded(name);
        String slug = tenant.tenant().slug();
        if (loaded.isEmpty()) {
            return new Report(slug, name, State.MISSING, Optional.empty(), 0, 0, 0, Optional.empty(), Optional.empty());
        }
        LoadedPlugin plugin = loaded.get();
        Guard guard = plugin.guard(tenant.tenant().id());
        return new Report(
                slug,
                name,
                state(plugin, guard),
                Optional.empty(),
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

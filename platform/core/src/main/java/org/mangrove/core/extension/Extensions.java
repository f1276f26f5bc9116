package org.mangrove.core.extension;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.mangrove.core.extension.PluginFailed.Kind;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantProfile.PluginChoice;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.sdk.ExtensionContract;
import org.mangrove.sdk.MangroveExtension;
import org.mangrove.sdk.Market;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.PluginMemory;
import org.mangrove.sdk.PluginSettings;
import org.mangrove.sdk.Tenant;
import org.mangrove.sdk.WhenItFails;

/**
 * Asks the plugins that a tenant has switched on, in the order and the versions of its configuration, and nobody else.
 *
 * <p>Each question runs on a thread of the plugin, within the time and memory of the point's {@link ExtensionContract}.
 * Whatever goes wrong there becomes what the contract says: the request is refused, or the plugin is left out. A plugin
 * that is switched on but not installed, or held back by a {@link PluginGate}, has failed, too: rules that protect people
 * fail closed.
 *
 * <p>Safe for many threads at once. A tenant without plugins costs nothing.
 */
@ApplicationScoped
public class Extensions {

    private static final Logger LOG = System.getLogger(Extensions.class.getName());

    @Inject
    Plugins plugins;

    @Inject
    PluginMemories memories;

    @Inject
    Tenants tenants;

    @Inject
    PluginGates gates;

    /**
     * What a plugin answered.
     *
     * @param plugin which version of which plugin
     */
    public record Answer<A>(PluginName plugin, A value) {}

    /**
     * The answers in the order of the tenant's configuration; for example
     *
     * <pre>{@code extensions.ask(tenant, ProcessingPolicy.class, (policy, market) -> policy.judge(market, request))}</pre>
     *
     * @throws Refusal.Unavailable if a plugin fails where the contract says {@link WhenItFails#REFUSE}
     */
    public <P extends MangroveExtension, A> List<A> ask(
            TenantProfile tenant, Class<P> point, BiFunction<P, Market, A> question) {
        return askEach(tenant, point, question).stream().map(Answer::value).toList();
    }

    /** As {@link #ask(TenantProfile, Class, BiFunction)}, for callers who hold the tenant without its profile. */
    public <P extends MangroveExtension, A> List<A> ask(
            Tenant tenant, Class<P> point, BiFunction<P, Market, A> question) {
        return ask(mustServe(tenant), point, question);
    }

    /** As {@link #ask(TenantProfile, Class, BiFunction)}, and who said so. */
    public <P extends MangroveExtension, A> List<Answer<A>> askEach(
            TenantProfile tenant, Class<P> point, BiFunction<P, Market, A> question) {
        var contract = Objects.requireNonNull(point.getAnnotation(ExtensionContract.class), point.getName());
        var answers = new ArrayList<Answer<A>>();
        for (PluginChoice choice : tenant.plugins()) {
            var name = new PluginName(choice.id(), choice.version());
            try {
                for (A value : askOne(tenant, choice, name, point, question)) {
                    answers.add(new Answer<>(name, value));
                }
            } catch (PluginFailed failure) {
                report(tenant, name, point, failure);
                if (contract.whenItFails() == WhenItFails.REFUSE) {
                    throw new Refusal.Unavailable(Message.of("extension.plugin.cannot-decide-now"));
                }
            }
        }
        return List.copyOf(answers);
    }

    private <P extends MangroveExtension, A> List<A> askOne(
            TenantProfile tenant,
            PluginChoice choice,
            PluginName name,
            Class<P> point,
            BiFunction<P, Market, A> question)
            throws PluginFailed {
        if (gates.objectionTo(tenant, choice.id()).isPresent()) {
            throw new PluginFailed(Kind.HELD_BACK);
        }
        Optional<LoadedPlugin> plugin = plugins.findLoaded(name);
        if (plugin.isEmpty()) {
            throw new PluginFailed(Kind.MISSING);
        }
        if (!plugin.get().serves(point)) {
            return List.of();
        }
        return plugin.get().ask(point, market(tenant, choice), question);
    }

    private Market market(TenantProfile tenant, PluginChoice choice) {
        PluginMemory memory = choice.granted().contains(PluginMemory.CAPABILITY)
                ? new BoundMemory(memories, tenant.tenant().id(), choice.id())
                : PluginMemory.notGranted();
        return new Market(tenant.tenant(), PluginSettings.of(choice.settings()), memory);
    }

    private TenantProfile mustServe(Tenant tenant) {
        return tenants.find(tenant.id())
                .orElseThrow(() -> new IllegalStateException("This node does not serve tenant " + tenant.id()));
    }

    private static void report(TenantProfile tenant, PluginName name, Class<?> point, PluginFailed failure) {
        Level level = failure.kind() == Kind.RESTING || failure.kind() == Kind.HELD_BACK ? Level.DEBUG : Level.WARNING;
        String text = "Plugin %s, asked as %s for tenant %s, %s"
                .formatted(name, point.getSimpleName(), tenant.tenant().id(), failure.kind());
        Throwable cause = failure.getCause();
        if (cause == null) {
            LOG.log(level, text);
        } else {
            LOG.log(level, text, cause);
        }
    }
}

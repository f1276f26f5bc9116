package org.mangrove.core.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.mangrove.core.extension.Extensions;
import org.mangrove.core.extension.PluginGates;
import org.mangrove.core.extension.Plugins;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.core.threads.BackgroundThreads;
import org.mangrove.sdk.TenantId;
import org.mangrove.sdk.course.CourseFolder;
import org.mangrove.sdk.course.CourseSource;

/**
 * Brings the courses of plugins into the markets that have switched them on: when a node starts, when a tenant's choice of
 * plugins changes, and when a jar comes or goes.
 */
@ApplicationScoped
public class PluginCourses {

    private static final Logger LOG = System.getLogger(PluginCourses.class.getName());
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);

    @Inject
    Tenants tenants;

    @Inject
    Plugins plugins;

    @Inject
    Extensions extensions;

    @Inject
    PluginGates gates;

    @Inject
    MarketCourses courses;

    @Inject
    BackgroundThreads threads;

    private final Map<TenantId, State> seen = new ConcurrentHashMap<>();

    /** What the courses of a tenant hang on. */
    private record State(List<TenantProfile.PluginChoice> choices, Set<String> heldBack, long jars) {}

    public void start() {
        threads.repeat(
                "mangrove-plugin-courses", BETWEEN_LOOKS, () -> tenants.all().forEach(this::refresh));
    }

    private void refresh(TenantProfile tenant) {
        var state = new State(tenant.plugins(), gates.heldBack(tenant), plugins.changes());
        if (tenant.plugins().isEmpty() || state.equals(seen.get(tenant.tenant().id()))) {
            return;
        }
        try {
            for (var answer : extensions.askEach(tenant, CourseSource.class, CourseSource::courses)) {
                for (CourseFolder folder : answer.value()) {
                    publish(tenant, answer.plugin().id(), folder);
                }
            }
            seen.put(tenant.tenant().id(), state);
        } catch (RuntimeException | OutOfMemoryError unreachable) {
            LOG.log(
                    Level.WARNING,
                    "Courses of plugins could not be brought to tenant "
                            + tenant.tenant().id() + "; tried again",
                    unreachable);
        }
    }

    /** A course that makes no sense is the plugin's fault: it is left out, and the operator is told. */
    private void publish(TenantProfile tenant, String plugin, CourseFolder folder) {
        var files = new TreeMap<String, byte[]>();
        folder.paths().forEach(path -> files.put(path, folder.bytes(path)));
        try {
            if (courses.publish(tenant.tenant().id(), plugin, CoursePackage.read(new CourseFiles(files)))) {
                LOG.log(
                        Level.INFO,
                        "Plugin {0} brought the course {1} to tenant {2}",
                        plugin,
                        folder.key(),
                        tenant.tenant().id());
            }
        } catch (Refusal.Invalid wrong) {
            LOG.log(
                    Level.WARNING,
                    "The course {0} of plugin {1} was left out: {2} {3}",
                    folder.key(),
                    plugin,
                    wrong.place().orElse(""),
                    wrong.reason());
        }
    }
}

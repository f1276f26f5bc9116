package org.mangrove.core.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.mangrove.core.publication.Tiding;
import org.mangrove.core.publication.Tidings;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.core.threads.BackgroundThreads;

/** Tells the core how much the courses are used in each market of this node: when the node starts, and then some times a day. */
@ApplicationScoped
public class UseLoop {

    private static final Logger LOG = System.getLogger(UseLoop.class.getName());
    private static final Duration PAUSE = Duration.ofHours(8);

    /** The tables are large; whoever learns goes first. */
    private static final int RESTS = 9;

    @Inject
    Uses uses;

    @Inject
    Tidings tidings;

    @Inject
    Tenants tenants;

    @Inject
    Cells cells;

    @Inject
    BackgroundThreads threads;

    public void start() {
        for (String cell : cells.all()) {
            threads.repeat("mangrove-use-" + cell, PAUSE, () -> tell(cell));
        }
    }

    /** Whether no thread has ended that should go on. */
    public boolean goesOn() {
        return threads.goOn();
    }

    private void tell(String cell) throws InterruptedException {
        for (TenantProfile tenant : tenants.all()) {
            if (tenant.cell().equals(cell)) {
                long begun = System.nanoTime();
                tell(tenant);
                if (threads.isStoppedWithin(Duration.ofNanos((System.nanoTime() - begun) * RESTS))) {
                    return;
                }
            }
        }
    }

    private void tell(TenantProfile tenant) {
        try {
            tidings.tell(
                    tenant.cell(),
                    tenant.enterprise(),
                    new Tiding(UseTold.TYPE, tenant.tenant().slug(), Definitions.write(uses.of(tenant))));
        } catch (RuntimeException failed) {
            LOG.log(
                    Level.WARNING,
                    "It could not be counted what is used in tenant "
                            + tenant.tenant().slug() + "; that is tried again with the next count",
                    failed);
        }
    }
}

package org.mangrove.core.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.mangrove.core.blobs.Blobs;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.network.Networks;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantRegister;
import org.mangrove.core.threads.BackgroundThreads;

/**
 * Does what was asked of the audit, and what is due, off anybody's request: one run at a time on a node, each on a thread of its own,
 * so that this one can say meanwhile how far it is, and end it when somebody stops it or it takes too long.
 */
@ApplicationScoped
public class AuditLoop {

    private static final Logger LOG = System.getLogger(AuditLoop.class.getName());
    private static final Duration IDLE = Duration.ofSeconds(2);
    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(10);
    private static final String LONGEST = "mangrove.audit.longest-seconds";
    private static final String NETWORKS = "mangrove.audit.networks";
    private static final long LONGEST_OTHERWISE = 2 * 60 * 60;

    @Inject
    Audits audits;

    @Inject
    Inventories inventories;

    @Inject
    TenantRegister register;

    @Inject
    Blobs blobs;

    @Inject
    Configuration configuration;

    @Inject
    BackgroundThreads threads;

    private final UUID node = UUID.randomUUID();

    /** How far a run is. */
    private record Progress(String step, int done) {}

    private record Found(AuditReport report, Inventories.Taken taken) {}

    public void start() {
        if (configuration.servesCore()) {
            threads.repeat("mangrove-audit", IDLE, this::lookRound);
        }
    }

    /** Whether no thread has ended that should go on. */
    public boolean goesOn() {
        return threads.goOn();
    }

    private void lookRound() throws InterruptedException {
        try {
            for (Enterprise enterprise : register.enterprises()) {
                audits.askIfDue(enterprise.id());
                Optional<UUID> run = audits.take(enterprise.id(), node);
                if (run.isPresent()) {
                    work(enterprise, run.get());
                }
            }
        } catch (RuntimeException failed) {
            if (!threads.areStopped()) {
                LOG.log(
                        Level.WARNING,
                        "The audit could not see whether anything is asked of it; it looks again",
                        failed);
            }
        }
    }

    private void work(Enterprise enterprise, UUID run) throws InterruptedException {
        long end = System.nanoTime()
                + Duration.ofSeconds(configuration.findSeconds(LONGEST, LONGEST_OTHERWISE))
                        .toNanos();
        var progress = new AtomicReference<>(new Progress(Run.READING, 0));
        var work = new FutureTask<>(() -> look(enterprise.id(), progress));
        threads.once("mangrove-audit-run", work::run);
        try {
            while (!work.isDone()) {
                if (System.nanoTime() > end) {
                    LOG.log(
                            Level.WARNING,
                            "The audit of enterprise {0} takes too long and is ended",
                            enterprise.slug());
                    audits.fail(enterprise.id(), run, node, "too-long");
                    return;
                }
                Progress now = Objects.requireNonNull(progress.get());
                if (!audits.beat(enterprise.id(), run, node, now.step(), now.done())) {
                    LOG.log(Level.INFO, "The audit of enterprise {0} was stopped", enterprise.slug());
                    return;
                }
                await(work);
            }
            Found found = work.get();
            audits.beat(enterprise.id(), run, node, Run.WRITING, Run.STEPS - 1);
            if (audits.finish(enterprise.id(), run, node, found.report(), found.taken())) {
                LOG.log(
                        Level.INFO,
                        "The audit of enterprise {0} found {1,number,#} things in {2,number,#} courses",
                        enterprise.slug(),
                        found.report().findings().size(),
                        found.report().assets());
            }
        } catch (ExecutionException failed) {
            if (threads.areStopped()) {
                return;
            }
            LOG.log(Level.ERROR, "The audit of enterprise " + enterprise.slug() + " failed", failed.getCause());
            audits.fail(enterprise.id(), run, node, "failed");
        } finally {
            work.cancel(true);
        }
    }

    private static void await(FutureTask<Found> work) throws InterruptedException, ExecutionException {
        try {
            work.get(IDLE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException notYet) {
            // says how far it is, and waits on
        }
    }

    private Found look(EnterpriseId enterprise, AtomicReference<Progress> progress) throws InterruptedException {
        Inventories.Taken taken = inventories.take(enterprise);
        progress.set(new Progress(FindingKind.values()[0].word(), 1));
        Networks opened = Networks.read(NETWORKS, configuration.find(NETWORKS).orElse(""));
        try (var links = new HttpLinkProbe(opened, LONGEST_REQUEST)) {
            AuditReport report = new Audit(links, new StoredMedia(blobs)).of(taken.inventory(), detection -> {
                int done = detection.kind().ordinal() + 1;
                String next = done < FindingKind.values().length ? FindingKind.values()[done].word() : Run.WRITING;
                progress.set(new Progress(next, done + 1));
            });
            return new Found(report, taken);
        }
    }
}

package org.mangrove.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.mangrove.core.forwarding.ExpiringForwarding;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.identity.PersonalData;
import org.mangrove.core.identity.PersonalData.Kept;
import org.mangrove.core.records.Activity;
import org.mangrove.core.records.IndexTerms;
import org.mangrove.core.records.Result;
import org.mangrove.core.records.Statement;
import org.mangrove.core.records.StatementFilter;
import org.mangrove.core.records.StatementRemoval;
import org.mangrove.core.records.Statements;
import org.mangrove.core.records.StoredStatement;
import org.mangrove.core.records.Verb;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.xapi.AgentId;
import org.mangrove.server.store.ProbeStore;

/** Does something and records it, as every slice does. */
@ApplicationScoped
public class Bookkeeping {

    private static final int ENOUGH = 10;

    @Inject
    ProbeStore probes;

    @Inject
    Statements statements;

    @Inject
    IndexTerms terms;

    @Inject
    StatementRemoval removal;

    @Inject
    ExpiringForwarding forwarding;

    @Transactional
    public void keep(TenantProfile tenant, String word, UUID actor) {
        probes.addMany(tenant.tenant().id(), 1, word);
        statements.record(tenant, completed(actor));
    }

    /** The same of what a law demands. */
    @Transactional
    public void keepEvidence(TenantProfile tenant, UUID actor) {
        statements.recordEvidence(tenant, completed(actor));
    }

    @Transactional
    public List<Kept> kept(PersonalData holder, TenantProfile tenant, DataSubject who) {
        return holder.keeps(tenant, who);
    }

    @Transactional
    public void keepAndFail(TenantProfile tenant, String word, UUID actor) {
        keep(tenant, word, actor);
        throw new IllegalStateException("on purpose");
    }

    /** Its transaction lasts until somebody allows the commit. */
    @Transactional
    public void keepUntil(TenantProfile tenant, UUID actor, CountDownLatch written, CountDownLatch mayCommit)
            throws InterruptedException {
        keep(tenant, "slowly", actor);
        written.countDown();
        if (!mayCommit.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Nobody allowed the commit");
        }
    }

    public void recordOutsideOfATransaction(TenantProfile tenant) {
        statements.record(tenant, completed(UUID.randomUUID()));
    }

    List<String> statementsOf(TenantProfile tenant, UUID actor) {
        return statements
                .page(tenant.tenant().id(), StatementFilter.of(term(tenant, actor)), ENOUGH)
                .statements()
                .stream()
                .map(found -> new String(found.json(), StandardCharsets.UTF_8))
                .toList();
    }

    private UUID term(TenantProfile tenant, UUID actor) {
        return terms.agent(
                tenant.tenant().id(), new AgentId(AgentId.Kind.ACCOUNT, actor.toString(), statements.home(tenant)));
    }

    /** Takes away all that somebody did, as if its time were over. */
    @Transactional
    public void remove(TenantProfile tenant, UUID actor) {
        UUID term = term(tenant, actor);
        removal.remove(
                tenant.tenant().id(),
                statements.page(tenant.tenant().id(), StatementFilter.of(term), ENOUGH).statements().stream()
                        .map(StoredStatement::position)
                        .toList());
    }

    /** What of forwarding is too old. */
    @Transactional
    public long countExpired(TenantProfile tenant, String purpose, LocalDate day, List<DataSubject> held) {
        return forwarding.countBefore(tenant, purpose, day, held);
    }

    @Transactional
    public void expire(TenantProfile tenant, String purpose, LocalDate day, List<DataSubject> held) {
        long before = forwarding.countBefore(tenant, purpose, day, held);
        long removed = 0;
        for (long now = 1; now > 0; removed += now) {
            now = forwarding.removeBefore(tenant, purpose, day, held, 2);
        }
        assertThat(removed).as("as many as were counted").isEqualTo(before);
    }

    private static Statement completed(UUID actor) {
        return new Statement(
                actor,
                Verb.COMPLETED,
                new Activity(Activity.Kind.COURSE, "/courses/fire-drill", "Fire drill", Locale.ENGLISH),
                Optional.empty(),
                Result.none().completed(true),
                UUID.randomUUID(),
                1,
                Locale.ENGLISH,
                Instant.parse("2026-11-02T08:30:00Z"));
    }
}

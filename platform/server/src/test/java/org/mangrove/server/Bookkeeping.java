package org.mangrove.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.records.Activity;
import org.mangrove.core.records.IndexTerms;
import org.mangrove.core.records.Result;
import org.mangrove.core.records.Statement;
import org.mangrove.core.records.StatementFilter;
import org.mangrove.core.records.Statements;
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

    @Transactional
    public void keep(TenantProfile tenant, String word, UUID actor) {
        probes.addMany(tenant.tenant().id(), 1, word);
        statements.record(tenant, completed(actor));
    }

    @Transactional
    public void keepAndFail(TenantProfile tenant, String word, UUID actor) {
        keep(tenant, word, actor);
        throw new IllegalStateException("on purpose");
    }

    public void recordOutsideOfATransaction(TenantProfile tenant) {
        statements.record(tenant, completed(UUID.randomUUID()));
    }

    List<String> statementsOf(TenantProfile tenant, UUID actor) {
        UUID term = terms.agent(
                tenant.tenant().id(), new AgentId(AgentId.Kind.ACCOUNT, actor.toString(), statements.home(tenant)));
        return statements.page(tenant.tenant().id(), StatementFilter.of(term), ENOUGH).statements().stream()
                .map(found -> new String(found.json(), StandardCharsets.UTF_8))
                .toList();
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

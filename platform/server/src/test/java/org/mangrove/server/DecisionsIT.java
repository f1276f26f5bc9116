package org.mangrove.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mangrove.core.governance.Asked;
import org.mangrove.core.governance.Decisions;
import org.mangrove.core.governance.Decisions.Seen;
import org.mangrove.core.governance.LogPart;
import org.mangrove.core.governance.Opening;
import org.mangrove.core.governance.Verification;
import org.mangrove.core.governance.Verification.Breach;
import org.mangrove.core.governance.Verification.Broken;
import org.mangrove.core.identity.Account;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.identity.Memberships;
import org.mangrove.core.identity.People;
import org.mangrove.core.identity.Person;
import org.mangrove.core.identity.PersonName;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.TenantDirectory;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantRegister;
import org.mangrove.sdk.TenantId;

/** The log of decisions in the real database: one chain whoever decides at once, and nothing of it is changed unnoticed. */
@ArquillianTest
class DecisionsIT {

    private static final AtomicInteger NEXT = new AtomicInteger(9_300);
    private static final int AT_ONCE = 8;
    private static final int EACH = 25;
    private static final Asked EVERYTHING = new Asked(Optional.empty(), Optional.empty(), Optional.empty());

    @Inject
    Neighbours neighbours;

    @Inject
    TenantDirectory directory;

    @Inject
    TenantRegister register;

    @Inject
    Memberships memberships;

    @Inject
    People people;

    @Inject
    Deciding deciding;

    @Inject
    Decisions decisions;

    @Resource
    ManagedThreadFactory threads;

    private TenantProfile tenant;
    private Person ada;
    private Person ben;

    @BeforeEach
    void setUp() throws InterruptedException {
        neighbours.moveIn();
        int number = NEXT.getAndIncrement();
        tenant = Neighbours.tenant(new TenantId(number), 9_001, "it-deciders-" + number, "sa");
        directory.store("sa", tenant);
        directory.loadCell("sa");
        ada = welcome("Ada");
        ben = welcome("Ben");
    }

    private Person welcome(String given) {
        return memberships
                .welcome(
                        tenant.tenant().id(),
                        new Account(
                                "it-acme-eu",
                                UUID.randomUUID().toString(),
                                new PersonName(given, "Berg"),
                                given.toLowerCase(java.util.Locale.ROOT) + "@it-acme.example"))
                .orElseThrow();
    }

    @Test
    void what_is_decided_is_told_the_latest_first_with_who_and_why() {
        deciding.decide(tenant, ada.id(), "It is called so here");
        deciding.decide(tenant, ben.id(), "لأن القانون يطلب ذلك 😀");

        LogPart part = decisions.part(tenant, EVERYTHING);

        assertThat(part.decisions())
                .extracting(decision -> decision.opening().orElseThrow())
                .containsExactly(
                        new Opening(ben.actor(), "لأن القانون يطلب ذلك 😀"),
                        new Opening(ada.actor(), "It is called so here"));
        assertThat(part.verification().holds()).isTrue();
        assertThat(part.kinds()).containsExactly("local-kept");
        assertThat(part.assets()).containsExactly("it-course");
        assertThat(decisions
                        .part(tenant, new Asked(Optional.of(2L), Optional.of("local-kept"), Optional.of("it-course")))
                        .decisions())
                .extracting(decision -> decision.entry().number())
                .containsExactly(1L);
        assertThat(decisions
                        .part(tenant, new Asked(Optional.empty(), Optional.of("lock-set"), Optional.empty()))
                        .decisions())
                .isEmpty();
    }

    @Test
    void those_who_decide_at_once_make_one_chain_without_a_gap_also_when_some_of_them_fail() throws Exception {
        var barrier = new CyclicBarrier(AT_ONCE);
        try (var executor = Executors.newThreadPerTaskExecutor(threads)) {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < AT_ONCE; i++) {
                Person who = i % 2 == 0 ? ada : ben;
                running.add(executor.submit(() -> {
                    barrier.await();
                    for (int time = 0; time < EACH; time++) {
                        deciding.decide(tenant, who.id(), "at once");
                        assertThatThrownBy(() -> deciding.decideAndFail(tenant, who.id(), "not at all"))
                                .hasMessageContaining("on purpose");
                    }
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }

        Verification found = decisions.verify(tenant, Optional.empty());

        assertThat(found.broken()).isEmpty();
        assertThat(found.entries()).isEqualTo(AT_ONCE * EACH);
        assertThat(found.head()).isEqualTo(AT_ONCE * EACH);
        assertThat(found.openings()).isEqualTo(AT_ONCE * EACH);
    }

    @Test
    void a_page_verifies_the_last_thousand_and_says_from_where() {
        deciding.decideOften(tenant, ada.id(), 2_100);
        decisions.part(tenant, EVERYTHING);
        long begun = System.nanoTime();
        LogPart part = decisions.part(tenant, EVERYTHING);
        long part50 = (System.nanoTime() - begun) / 1_000_000;
        begun = System.nanoTime();
        Verification all = decisions.verify(tenant, Optional.empty());
        System.getLogger(DecisionsIT.class.getName())
                .log(
                        System.Logger.Level.INFO,
                        "A page took {0} ms, of 2,100 decisions all {1} ms",
                        part50,
                        (System.nanoTime() - begun) / 1_000_000);

        assertThat(part.decisions())
                .hasSize(50)
                .first()
                .extracting(first -> first.entry().number())
                .isEqualTo(2_100L);
        assertThat(part.hasMore()).isTrue();
        assertThat(part.verification().broken()).isEmpty();
        assertThat(part.verification().from()).isEqualTo(1_101);
        assertThat(part.verification().head()).isEqualTo(2_100);
        assertThat(all.broken()).isEmpty();
        assertThat(all.entries()).isEqualTo(2_100);
    }

    @Test
    void the_core_has_a_log_of_each_enterprise_and_forgets_an_actor() {
        Enterprise enterprise =
                Neighbours.enterprise(register.numberOfEnterprise("it-deciders").number(), "it-deciders");
        register.save(enterprise);
        UUID ingrid = UUID.randomUUID();
        long before = decisions.verify(enterprise, Optional.empty()).entries();
        deciding.decide(enterprise.id(), ingrid, "One voice");
        deciding.decide(enterprise.id(), UUID.randomUUID(), "Another");

        assertThat(decisions.forget(enterprise, ingrid)).isOne();

        Verification found = decisions.verify(enterprise, Optional.empty());
        assertThat(found.broken()).isEmpty();
        assertThat(found.entries()).isEqualTo(before + 2);
        assertThat(decisions.part(enterprise, EVERYTHING).decisions().get(1).opening())
                .isEmpty();
    }

    @Test
    void who_is_forgotten_is_in_no_decision_any_more_and_the_chain_holds() throws IOException {
        deciding.decide(tenant, ada.id(), "Ada's reason");
        deciding.decide(tenant, ben.id(), "Ben's reason");
        DataSubject who = people.findSubject(tenant.tenant().id(), ada.id()).orElseThrow();
        assertThat(deciding.export(tenant, who))
                .singleElement()
                .satisfies(item -> assertThat(item.get("reason").asText()).isEqualTo("Ada's reason"))
                .satisfies(item -> assertThat(item.get("decision").asText()).isEqualTo("local-kept"));

        long forgotten = deciding.forget(tenant, who);

        assertThat(deciding.export(tenant, who)).isEmpty();
        assertThat(forgotten).isOne();
        Verification found = decisions.verify(tenant, Optional.empty());
        assertThat(found.broken()).isEmpty();
        assertThat(found.forgotten()).isOne();
        assertThat(decisions.part(tenant, EVERYTHING).decisions())
                .extracting(decision -> decision.opening().map(Opening::reason).orElse("forgotten"))
                .containsExactly("Ben's reason", "forgotten");
    }

    @Test
    void the_user_of_a_node_neither_changes_nor_removes_what_was_decided() {
        deciding.decide(tenant, ada.id(), "To stay");
        String where = " where tenant_id = " + tenant.tenant().id().number();
        OwnedSchema node = OwnedSchema.asNode("cell-sa");

        assertRefused(node, "update governance_entry set body = ''" + where, "is not changed");
        assertRefused(node, "update governance_entry set number = 7" + where, "is not changed");
        assertRefused(node, "delete from governance_entry" + where, "is not removed");
        assertRefused(node, "update governance_opening set content = ''" + where, "is forgotten, not changed");
        assertRefused(node, "update governance_chain set number = 0" + where, "goes on by one");
        assertRefused(node, "update governance_chain set hash = repeat('1', 64)" + where, "goes on by one");
        assertRefused(node, "delete from governance_chain" + where, "is not removed");
        assertRefused(node, "truncate table governance_entry", "denied");
        assertRefused(node, "drop table governance_entry", "denied");
        assertRefused(node, "drop trigger governance_entry_stays", "denied");
        assertRefused(node, "replace into governance_entry select * from governance_entry" + where, "is not removed");
        assertThat(decisions.verify(tenant, Optional.empty()).broken()).isEmpty();
    }

    @Test
    void nor_does_it_in_the_core() {
        Enterprise enterprise =
                Neighbours.enterprise(register.numberOfEnterprise("it-deciders").number(), "it-deciders");
        register.save(enterprise);
        deciding.decide(enterprise.id(), UUID.randomUUID(), "To stay");
        String where = " where enterprise_id = " + enterprise.id().number();
        OwnedSchema node = OwnedSchema.asNode("core");

        assertRefused(node, "update governance_entry set body = ''" + where, "is not changed");
        assertRefused(node, "delete from governance_entry" + where, "is not removed");
        assertRefused(node, "update governance_chain set number = 0" + where, "goes on by one");
    }

    private static void assertRefused(OwnedSchema schema, String sql, String words) {
        assertThatExceptionOfType(SQLException.class)
                .as(sql)
                .isThrownBy(() -> schema.change(sql))
                .withMessageContaining(words);
    }

    @Test
    void an_entry_that_its_owner_has_changed_is_named() throws SQLException {
        assertThat(
                        brokenAfter(
                                "update governance_entry set body = replace(body, 'it-course', 'it-curse') where %s and number = 2"))
                .contains(new Broken(2, Breach.CHANGED));
    }

    @Test
    void an_opening_that_was_changed_is_named() throws SQLException {
        assertThat(
                        brokenAfter(
                                "update governance_opening set content = replace(content, 'Reason', 'Excuse') where %s and number = 3"))
                .contains(new Broken(3, Breach.OPENING_CHANGED));
    }

    @Test
    void an_entry_in_the_middle_that_was_taken_out_is_named() throws SQLException {
        assertThat(brokenAfter("delete from governance_entry where %s and number = 2"))
                .contains(new Broken(2, Breach.MISSING));
    }

    @Test
    void the_last_entry_that_was_taken_out_is_named() throws SQLException {
        assertThat(brokenAfter("delete from governance_entry where %s and number = 4"))
                .contains(new Broken(4, Breach.MISSING));
    }

    @Test
    void an_end_that_was_taken_out_with_its_head_set_back_is_not_sealed() throws SQLException {
        assertThat(brokenAfter(
                        "delete from governance_entry where %s and number = 4",
                        "update governance_chain set number = 3, hash ="
                                + " (select hash from governance_entry where %1$s and number = 3) where %1$s"))
                .contains(new Broken(3, Breach.END_FORGED));
    }

    @Test
    void an_entry_that_a_node_was_made_to_put_behind_the_end_is_named() throws SQLException {
        assertThat(brokenAfter(
                        "insert into governance_entry (tenant_id, number, kind, asset_type, asset_slug, body, hash)"
                                + " select tenant_id, 5, kind, asset_type, asset_slug, body, hash from governance_entry"
                                + " where %s and number = 4"))
                .contains(new Broken(5, Breach.BEHIND_THE_END));
    }

    @Test
    void a_log_without_its_head_shows_nothing_but_that() throws SQLException {
        assertThat(brokenAfter("delete from governance_chain where %s")).contains(new Broken(1, Breach.BEHIND_THE_END));
    }

    @Test
    void whoever_has_seen_a_later_end_notices_an_old_state_that_was_put_back_whole() throws SQLException {
        decideFour();
        Verification early = decisions.verify(tenant, Optional.empty());
        String where = "tenant_id = " + tenant.tenant().id().number();
        OwnedSchema owner = OwnedSchema.asOwner("cell-sa");
        owner.change(List.of(
                "drop table if exists it_governance_chain",
                "create table it_governance_chain as select * from governance_chain where " + where));
        deciding.decide(tenant, ada.id(), "Later");
        Verification late = decisions.verify(tenant, Optional.of(new Seen(early.head(), early.hash())));
        assertThat(late.broken()).isEmpty();

        owner.change(List.of(
                "set foreign_key_checks = 0",
                "delete from governance_opening where " + where + " and number = 5",
                "delete from governance_entry where " + where + " and number = 5",
                "delete from governance_chain where " + where,
                "insert into governance_chain select * from it_governance_chain",
                "set foreign_key_checks = 1",
                "drop table it_governance_chain"));

        assertThat(decisions.verify(tenant, Optional.empty()).broken())
                .as("nothing shows by itself")
                .isEmpty();
        assertThat(decisions
                        .verify(tenant, Optional.of(new Seen(late.head(), late.hash())))
                        .broken())
                .contains(new Broken(5, Breach.MISSING));
        deciding.decide(tenant, ada.id(), "Instead");
        assertThat(decisions
                        .verify(tenant, Optional.of(new Seen(late.head(), late.hash())))
                        .broken())
                .contains(new Broken(5, Breach.ANOTHER_THAN_SEEN));
    }

    private void decideFour() {
        for (int i = 0; i < 4; i++) {
            deciding.decide(tenant, ada.id(), "Reason " + i);
        }
    }

    /** What shows when whoever owns the tables does something to four decisions. */
    private Optional<Broken> brokenAfter(String... changes) throws SQLException {
        decideFour();
        assertThat(decisions.verify(tenant, Optional.empty()).broken()).isEmpty();
        var statements = new ArrayList<String>();
        statements.add("set foreign_key_checks = 0");
        for (String change : changes) {
            statements.add(
                    change.formatted("tenant_id = " + tenant.tenant().id().number()));
        }
        statements.add("set foreign_key_checks = 1");
        assertThat(OwnedSchema.asOwner("cell-sa").change(statements)).isPositive();
        return decisions.verify(tenant, Optional.empty()).broken();
    }
}

package org.mangrove.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mangrove.core.records.Statements;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.server.store.ProbeStore;

/** A statement is kept if and only if what it tells of is, in the real container and database. */
@ArquillianTest
class RecordsIT {

    private final String word = UUID.randomUUID().toString();
    private final UUID actor = UUID.randomUUID();

    @Inject
    Bookkeeping bookkeeping;

    @Inject
    Statements statements;

    @Inject
    ProbeStore probes;

    @Inject
    Tenants tenants;

    @Inject
    Neighbours neighbours;

    @BeforeEach
    void setUp() throws InterruptedException {
        neighbours.moveIn();
    }

    @Test
    void a_commit_keeps_both() {
        bookkeeping.keep(acmeDe(), word, actor);

        assertThat(probes.count(neighbours.acmeDe(), word)).isOne();
        assertThat(bookkeeping.statementsOf(acmeDe(), actor))
                .singleElement()
                .asString()
                .contains("http://adlnet.gov/expapi/verbs/completed");
    }

    @Test
    void a_rollback_keeps_neither() {
        assertThatThrownBy(() -> bookkeeping.keepAndFail(acmeDe(), word, actor)).hasMessageContaining("on purpose");

        assertThat(probes.count(neighbours.acmeDe(), word)).isZero();
        assertThat(bookkeeping.statementsOf(acmeDe(), actor)).isEmpty();
    }

    @Test
    void nothing_is_recorded_outside_of_the_transaction_of_what_it_tells_of() {
        assertThatExceptionOfType(TransactionalException.class)
                .isThrownBy(() -> bookkeeping.recordOutsideOfATransaction(acmeDe()));
    }

    @Test
    void a_statement_exists_for_its_own_tenant_alone() throws IOException {
        bookkeeping.keep(acmeDe(), word, actor);
        String kept = bookkeeping.statementsOf(acmeDe(), actor).getFirst();
        UUID id = UUID.fromString(new ObjectMapper().readTree(kept).get("id").textValue());

        assertThat(statements.find(neighbours.acmeDe(), id))
                .map(found -> new String(found.json(), StandardCharsets.UTF_8))
                .contains(kept);
        for (var other : List.of(neighbours.borealisDe(), neighbours.acmeSa())) {
            assertThat(statements.find(other, id)).as("by its id in %s", other).isEmpty();
            assertThat(bookkeeping.statementsOf(tenants.find(other).orElseThrow(), actor))
                    .as("by its actor in %s", other)
                    .isEmpty();
        }
    }

    private TenantProfile acmeDe() {
        return tenants.find(neighbours.acmeDe()).orElseThrow();
    }
}

package org.mangrove.server.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.mangrove.core.database.EveryTenant;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.sdk.TenantId;

/** Which places hold rows to an owner. */
class RemovalTest {

    private static final int SOMEBODY_ELSE = 2;

    /** Read and not run. */
    static final class Statements {

        void ofOne(Session session, TenantId tenant) {
            session.createNativeMutationQuery("delete from thing where tenant_id = :tenant")
                    .setParameter("tenant", tenant.number())
                    .executeUpdate();
        }

        void ofAll(Session session, TenantId tenant) {
            session.createNativeMutationQuery(EveryTenant.EXPIRY.says("delete from thing where (tenant_id <> :number)"))
                    .setParameter("number", tenant.number())
                    .executeUpdate();
        }

        void ofAllAndThenOfOne(Session session, EnterpriseId enterprise) {
            session.createNativeMutationQuery(EveryTenant.EXPIRY.says("delete from thing"))
                    .executeUpdate();
            session.createNativeMutationQuery("insert into thing (enterprise_id) values (:enterprise)")
                    .setParameter("enterprise", enterprise.number())
                    .executeUpdate();
        }

        void ofAllByWhatWasTakenBefore(Session session, TenantId tenant) {
            int number = tenant.number();
            session.createNativeMutationQuery(EveryTenant.EXPIRY.says("delete from thing where tenant_id <> :number"))
                    .setParameter("number", number)
                    .executeUpdate();
        }

        void ofAllAndWithWhatWasTakenThen(Session session, TenantId tenant) {
            session.createNativeMutationQuery(EveryTenant.EXPIRY.says("delete from thing"))
                    .executeUpdate();
            int number = tenant.number();
            session.createNativeMutationQuery("insert into thing (tenant_id) values (:tenant)")
                    .setParameter("tenant", number)
                    .executeUpdate();
        }
    }

    @Test
    void a_predicate_and_the_number_bound_to_it_are_places() {
        assertThat(placesIn("ofOne")).containsExactly("tenant_id = :tenant", "the owner's number");
    }

    @Test
    void a_number_bound_to_a_statement_on_every_tenant_is_none() {
        assertThat(placesIn("ofAll")).isEmpty();
    }

    @Test
    void a_statement_on_every_tenant_speaks_for_no_other() {
        assertThat(placesIn("ofAllAndThenOfOne")).containsExactly("the owner's number");
    }

    @Test
    void a_number_that_is_not_bound_at_once_is_a_place() {
        assertThat(placesIn("ofAllByWhatWasTakenBefore")).containsExactly("the owner's number");
        assertThat(placesIn("ofAllAndWithWhatWasTakenThen")).containsExactly("the owner's number");
    }

    private static List<String> placesIn(String method) {
        String prefix = "RemovalTest$Statements." + method + ": ";
        return Removal.of(Redefined.bytesOf(Statements.class), SOMEBODY_ELSE).stream()
                .map(Removal::what)
                .filter(what -> what.startsWith(prefix))
                .map(what -> what.substring(prefix.length()))
                .toList();
    }
}

package org.mangrove.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.SampleTenants;
import org.mangrove.core.tenancy.TenantDirectory;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Tenant;
import org.mangrove.sdk.TenantId;
import org.mangrove.server.store.Probe;
import org.mangrove.server.store.ProbeStore;

/** Tenants for the tests in the container: two of one enterprise in two cells, and one of another enterprise beside the first. */
@ApplicationScoped
public class Neighbours {

    private static final int FIRST = 9_001;

    @Inject
    Boot boot;

    @Inject
    TenantDirectory directory;

    @Inject
    ProbeStore probes;

    private boolean movedIn;

    public synchronized void moveIn() throws InterruptedException {
        if (movedIn) {
            return;
        }
        if (!boot.awaitUp(Duration.ofSeconds(120))) {
            throw new IllegalStateException(
                    "The node still waits for " + boot.waitingFor().orElse("nothing"));
        }
        for (String cell : List.of("eu", "sa")) {
            layOut(cell);
        }
        store("eu", enterprise(9_001, "it-acme"), tenant(acmeDe(), 9_001, "it-acme-de", "eu"));
        store("eu", enterprise(9_002, "it-borealis"), tenant(borealisDe(), 9_002, "it-borealis-de", "eu"));
        store("sa", enterprise(9_001, "it-acme"), tenant(acmeSa(), 9_001, "it-acme-sa", "sa"));
        directory.loadCell("eu");
        directory.loadCell("sa");
        movedIn = true;
    }

    public TenantId acmeDe() {
        return new TenantId(FIRST);
    }

    public TenantId borealisDe() {
        return new TenantId(FIRST + 1);
    }

    TenantId acmeSa() {
        return new TenantId(FIRST + 2);
    }

    @Transactional
    public Optional<Probe> find(TenantId tenant, UUID id) {
        return probes.find(tenant, id);
    }

    private void store(String cell, Enterprise enterprise, TenantProfile tenant) {
        directory.store(cell, enterprise);
        directory.store(cell, tenant);
    }

    @SuppressWarnings("BanJNDI")
    private static void layOut(String cell) {
        try (var connection =
                        ((DataSource) new InitialContext().lookup("jdbc/cell-" + cell + "-migration")).getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    create table if not exists probe_row (
                        tenant_id int not null, id binary(16) not null, word varchar(60) not null,
                        primary key (tenant_id, id),
                        foreign key (tenant_id) references tenancy_tenant (tenant_id))
                    """);
        } catch (SQLException | NamingException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public static Enterprise enterprise(int number, String slug) {
        return new Enterprise(
                new EnterpriseId(number), slug, Map.of(Locale.ENGLISH, slug), Locale.ENGLISH, slug + "-eu");
    }

    public static TenantProfile tenant(TenantId id, int enterprise, String slug, String cell) {
        Tenant sample = cell.equals("sa") ? SampleTenants.RIYADH : SampleTenants.BERLIN;
        return SampleTenants.of(new EnterpriseId(enterprise), SampleTenants.like(sample, id.number(), slug));
    }
}

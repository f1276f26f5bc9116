package org.mangrove.core.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mangrove.core.tenancy.SampleTenants.ACME;
import static org.mangrove.core.tenancy.SampleTenants.BERLIN;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.SampleTenants;
import org.mangrove.core.tenancy.TenantDirectory;
import org.mangrove.core.tenancy.TenantProfile;

/** A cell takes in what the feed says of an enterprise from that enterprise's feed only, and its own tenants only. */
class AppliersTest {

    private static final EnterpriseId BOREALIS = new EnterpriseId(2);

    private final List<Object> stored = new ArrayList<>();
    private final TenantApplier tenants = new TenantApplier();
    private final EnterpriseApplier enterprises = new EnterpriseApplier();

    AppliersTest() {
        var directory = new TenantDirectory() {
            @Override
            public void store(String cell, Enterprise enterprise) {
                stored.add(enterprise);
            }

            @Override
            public boolean isAnothers(String cell, Enterprise enterprise) {
                return false;
            }

            @Override
            public boolean isAnothers(String cell, TenantProfile tenant) {
                return false;
            }

            @Override
            public void store(String cell, TenantProfile tenant) {
                stored.add(tenant);
            }
        };
        tenants.directory = directory;
        enterprises.directory = directory;
    }

    @Test
    void keeps_a_tenant_of_its_own_cell() {
        tenants.apply("eu", ACME, entry(SampleTenants.of(BERLIN)));

        assertThat(stored).hasSize(1);
    }

    @Test
    void passes_over_a_tenant_of_another_cell() {
        tenants.apply("sa", ACME, entry(SampleTenants.of(BERLIN)));

        assertThat(stored).isEmpty();
    }

    @Test
    void refuses_a_tenant_in_the_feed_of_another_enterprise() {
        FeedItem item = entry(SampleTenants.of(BERLIN));

        assertThatExceptionOfType(BrokenFeed.class).isThrownBy(() -> tenants.apply("eu", BOREALIS, item));
        assertThat(stored).isEmpty();
    }

    @Test
    void refuses_an_enterprise_in_the_feed_of_another() {
        FeedItem item = entry(new Enterprise(ACME, "acme", Map.of(Locale.ENGLISH, "Acme"), Locale.ENGLISH, "acme-eu"));

        assertThatExceptionOfType(BrokenFeed.class).isThrownBy(() -> enterprises.apply("eu", BOREALIS, item));
        enterprises.apply("eu", ACME, item);
        assertThat(stored).hasSize(1);
    }

    private static FeedItem entry(Object described) {
        return FeedItem.of("type", "subject", Definitions.write(described));
    }
}

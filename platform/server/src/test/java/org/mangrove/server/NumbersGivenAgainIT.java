package org.mangrove.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mangrove.core.publication.BrokenFeed;
import org.mangrove.core.publication.EnterpriseApplier;
import org.mangrove.core.publication.FeedApplication;
import org.mangrove.core.publication.FeedHead;
import org.mangrove.core.publication.FeedItem;
import org.mangrove.core.publication.TenantApplier;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.TenantDirectory;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.TenantId;

/**
 * A core that was restored from a backup may give a number that it has given before. The cell holds on to whom it has by this
 * number: the rows of one tenant's people must not become another's.
 */
@ArquillianTest
class NumbersGivenAgainIT {

    private static final String CELL = "eu";
    private static final int NUMBER = 9_101;
    private static final Enterprise ENTERPRISE = Neighbours.enterprise(NUMBER, "it-restored");
    private static final TenantProfile THERE = tenant(NUMBER, "it-there");

    @Inject
    FeedApplication feed;

    @Inject
    TenantDirectory directory;

    @Inject
    Neighbours neighbours;

    @BeforeEach
    void setUp() throws InterruptedException {
        neighbours.moveIn();
        directory.store(CELL, ENTERPRISE);
        directory.store(CELL, THERE);
        directory.loadCell(CELL);
    }

    @Test
    void a_number_that_another_tenant_has_is_refused() {
        refuses(tenant(NUMBER, "it-newcomer"));
    }

    @Test
    void another_number_for_a_tenant_that_is_there_is_refused() {
        refuses(tenant(NUMBER + 1, "it-there"));
    }

    @Test
    void a_number_is_taken_too_if_another_node_has_applied_it() {
        directory.store(CELL, tenant(NUMBER + 2, "it-elsewhere"));
        assertThat(directory.findBySlug("it-elsewhere")).isEmpty();

        refuses(tenant(NUMBER + 2, "it-newcomer"));
    }

    @Test
    void a_tenant_with_its_own_number_is_taken_in() {
        FeedHead before = feed.position(CELL, ENTERPRISE);

        assertThat(apply(ENTERPRISE, THERE)).isTrue();
        assertThat(feed.position(CELL, ENTERPRISE)).isNotEqualTo(before);
    }

    @Test
    void a_number_that_another_enterprise_has_is_refused() {
        refuses(Neighbours.enterprise(NUMBER, "it-newcomers"));
    }

    @Test
    void another_number_for_an_enterprise_that_is_there_is_refused() {
        refuses(Neighbours.enterprise(NUMBER + 1, ENTERPRISE.slug()));
    }

    @Test
    void an_enterprise_with_its_own_number_is_taken_in() {
        assertThat(apply(ENTERPRISE)).isTrue();
    }

    private void refuses(Enterprise newcomer) {
        assertThatExceptionOfType(BrokenFeed.class)
                .isThrownBy(() -> apply(newcomer))
                .withMessageContaining("has another number in this cell, or its number another enterprise");

        directory.loadCell(CELL);
        assertThat(directory.findEnterpriseBySlug("it-newcomers")).isEmpty();
        assertThat(directory.findEnterpriseBySlug(ENTERPRISE.slug())).contains(ENTERPRISE);
        assertThat(directory.findEnterprise(ENTERPRISE.id())).contains(ENTERPRISE);
    }

    private void refuses(TenantProfile newcomer) {
        FeedHead before = feed.position(CELL, ENTERPRISE);

        assertThatExceptionOfType(BrokenFeed.class)
                .isThrownBy(() -> apply(ENTERPRISE, newcomer))
                .withMessageContaining("has another number in this cell, or its number another tenant");

        directory.loadCell(CELL);
        assertThat(directory.findBySlug("it-newcomer")).isEmpty();
        assertThat(directory.find(THERE.tenant().id())).contains(THERE);
        assertThat(feed.position(CELL, ENTERPRISE)).isEqualTo(before);
    }

    private boolean apply(Enterprise enterprise) {
        return FirstEntry.apply(
                feed,
                CELL,
                enterprise,
                FeedItem.of(EnterpriseApplier.TYPE, enterprise.slug(), Definitions.write(enterprise)));
    }

    private boolean apply(Enterprise enterprise, TenantProfile tenant) {
        return FirstEntry.apply(
                feed,
                CELL,
                enterprise,
                FeedItem.of(TenantApplier.TYPE, tenant.tenant().slug(), Definitions.write(tenant)));
    }

    private static TenantProfile tenant(int number, String slug) {
        return Neighbours.tenant(new TenantId(number), NUMBER, slug, CELL);
    }
}

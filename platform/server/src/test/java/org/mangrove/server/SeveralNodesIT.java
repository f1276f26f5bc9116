package org.mangrove.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mangrove.core.publication.FeedApplication;
import org.mangrove.core.publication.FeedItem;
import org.mangrove.core.publication.TenantApplier;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.TenantDirectory;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.TenantId;

/** A cell may be served by several nodes, of which one applies what the feed brings, into rows that all share. */
@ArquillianTest
class SeveralNodesIT {

    private static final String CELL = "eu";
    private static final int NUMBER = 9_201;
    private static final Enterprise ENTERPRISE = Neighbours.enterprise(NUMBER, "it-several");
    private static final TenantProfile NEWCOMER =
            Neighbours.tenant(new TenantId(NUMBER), NUMBER, "it-several-newcomer", CELL);

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
        directory.loadCell(CELL);
        feed.follow(CELL, ENTERPRISE, feed.position(CELL, ENTERPRISE));
    }

    @Test
    void a_tenant_that_another_node_has_applied_is_served_here_as_soon_as_this_one_looks_where_the_cell_stands() {
        applyAsAnotherNodeWould();
        assertThat(directory.findBySlug(NEWCOMER.tenant().slug())).isEmpty();

        feed.follow(CELL, ENTERPRISE, feed.position(CELL, ENTERPRISE));

        assertThat(directory.findBySlug(NEWCOMER.tenant().slug())).contains(NEWCOMER);
    }

    /** Its memory is not this one's: only the rows tell of it. */
    private void applyAsAnotherNodeWould() {
        var item = FeedItem.of(TenantApplier.TYPE, NEWCOMER.tenant().slug(), Definitions.write(NEWCOMER));
        assertThat(FirstEntry.apply(feed, CELL, ENTERPRISE, item)).isTrue();
    }
}

package org.mangrove.core.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mangrove.core.credentials.Credential;
import org.mangrove.core.credentials.Scope;
import org.mangrove.core.credentials.Terms;
import org.mangrove.core.forwarding.ForwardingFilter.Origin;
import org.mangrove.core.tenancy.SampleTenants;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantProfile.Purpose;
import org.mangrove.core.xapi.XapiVersion;

class PurposeFilterTest {

    private static final TenantProfile TENANT = SampleTenants.processing(
            SampleTenants.BERLIN,
            new Purpose("training-records", "a", "contract", "b", 1),
            new Purpose("statutory-instruction", "a", "legal-obligation", "b", 1),
            new Purpose("peer-profile", "a", "consent", "b", 1));

    private final Credential training = connected("training-records");
    private final Credential peers = connected("peer-profile");

    @Test
    void without_chosen_sources_those_of_the_purpose_are_meant() {
        ForwardingFilter meant = of("training-records", Set.of(), training, peers);

        assertThat(meant.sources()).containsExactly(training.id());
        assertThat(meant.origin()).isEqualTo(Origin.ANY);
    }

    @Test
    void what_the_platform_records_serves_training_and_the_law_and_nothing_else() {
        assertThat(of("peer-profile", Set.of(), training, peers).origin()).isEqualTo(Origin.FOREIGN);
        assertThat(of("statutory-instruction", Set.of(), training).origin()).isEqualTo(Origin.ANY);
    }

    @Test
    void where_no_source_has_the_purpose_none_is_meant_and_not_all() {
        assertThat(of("peer-profile", Set.of(), training).sources()).hasSize(1).doesNotContain(training.id());
    }

    @Test
    void chosen_sources_are_what_is_meant() {
        assertThat(of("training-records", Set.of(peers.id()), training, peers).sources())
                .containsExactly(peers.id());
    }

    private static ForwardingFilter of(String purpose, Set<UUID> sources, Credential... credentials) {
        var filter = new ForwardingFilter(Set.of(), Set.of(), false, sources, Origin.ANY, Set.of());
        var terms = new ForwarderTerms(
                "a",
                URI.create("https://b"),
                XapiVersion.V2_0_0,
                false,
                filter,
                "",
                "DE",
                "c",
                purpose,
                "d",
                Optional.empty());
        return PurposeFilter.of(TENANT, terms, List.of(credentials));
    }

    private static Credential connected(String purpose) {
        return new Credential(
                UUID.randomUUID(),
                "a",
                false,
                new Terms("a", purpose, Set.of(Scope.ALL), Optional.empty(), Optional.empty()),
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}

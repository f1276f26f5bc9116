package org.mangrove.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mangrove.core.audit.SampleAsset.inventory;
import static org.mangrove.core.audit.SampleAsset.named;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AuditTest {

    private static final Audit AUDIT =
            new Audit(address -> new LinkAnswer.There(200), (digest, type) -> new MediaState.Whole());

    @Test
    void looks_for_each_kind_once_and_tells_of_each() throws InterruptedException {
        var told = new ArrayList<FindingKind>();

        AuditReport report = AUDIT.of(
                inventory(named("a")
                        .says(Locale.ENGLISH, "https://example.org/")
                        .ownedBy(Fact.none())
                        .asset()),
                detection -> told.add(detection.kind()));

        assertThat(told).containsExactlyElementsOf(List.of(FindingKind.values()));
        assertThat(report.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.kind()).isEqualTo(FindingKind.OWNERLESS));
        assertThat(report.assets()).isEqualTo(1);
        assertThat(report.of(FindingKind.STALE).findings()).isEmpty();
    }

    @Test
    void of_nothing_nothing_is_wrong() throws InterruptedException {
        assertThat(AUDIT.of(inventory(), any -> {}).findings()).isEmpty();
    }

    @Test
    void the_same_is_found_again() throws InterruptedException {
        AuditedAsset[] assets = Stream.of("a", "b", "c")
                .map(key -> named(key)
                        .says(Locale.ENGLISH, "The same words, again and again, so that they are a copy. ".repeat(3))
                        .asset())
                .toArray(AuditedAsset[]::new);

        assertThat(AUDIT.of(inventory(assets), any -> {})).isEqualTo(AUDIT.of(inventory(assets), any -> {}));
    }

    @Test
    void lets_go_when_it_is_asked_to() {
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> AUDIT.of(inventory(named("a").asset()), any -> {}));
    }

    @Test
    void a_finding_can_be_looked_at() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Finding(FindingKind.STALE, List.of("a"), List.of(), ProposedAction.REVIEW));
    }
}

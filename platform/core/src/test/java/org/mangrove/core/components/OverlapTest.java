package org.mangrove.core.components;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OverlapTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 31);

    @Test
    void two_for_the_same_in_the_same_market_overlap() {
        Component one = component("one", Decision.ADOPTED, Purpose.AUTHORING, Purpose.VIDEO);
        Component other = component("other", Decision.ADOPTED, Purpose.VIDEO);

        assertThat(Overlap.among(
                        List.of(one, other),
                        Map.of("one", Set.of("acme-de", "acme-at"), "other", Set.of("acme-at")),
                        TODAY))
                .containsExactly(new Overlap(one, other, Set.of(Purpose.VIDEO), Set.of("acme-at")));
    }

    @Test
    void two_in_different_markets_or_for_different_things_or_of_which_one_is_off_do_not() {
        Component one = component("one", Decision.ADOPTED, Purpose.AUTHORING);
        Component elsewhere = component("elsewhere", Decision.ADOPTED, Purpose.AUTHORING);
        Component different = component("different", Decision.ADOPTED, Purpose.TRANSLATION);
        Component ended = component("ended", Decision.ENDED, Purpose.AUTHORING);
        Component nowhere = component("nowhere", Decision.ADOPTED, Purpose.AUTHORING);

        assertThat(Overlap.among(
                        List.of(one, elsewhere, different, ended, nowhere),
                        Map.of(
                                "one", Set.of("acme-de"),
                                "elsewhere", Set.of("acme-jp"),
                                "different", Set.of("acme-de"),
                                "ended", Set.of("acme-de")),
                        TODAY))
                .isEmpty();
    }

    private static Component component(String key, Decision decision, Purpose... purposes) {
        return new Component(
                UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)),
                key,
                new Terms(
                        ComponentKind.TOOL,
                        key,
                        "Something",
                        Set.of(purposes),
                        Set.of(),
                        "None",
                        "",
                        Optional.empty(),
                        Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                decision,
                Optional.empty(),
                "",
                Instant.EPOCH);
    }
}

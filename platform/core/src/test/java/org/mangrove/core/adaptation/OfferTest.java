package org.mangrove.core.adaptation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.tenancy.Definitions;

class OfferTest {

    private static final Offer OFFER = new Offer(
            new UUID(1, 1),
            "acme-de",
            "fire-safety",
            "call",
            "body",
            3,
            Map.of("en", "Call 999."),
            Map.of("en", "Call 112.", "de", "Rufen Sie 112."),
            "It is the number here",
            Optional.empty(),
            Optional.of("Jonas Weber"));

    @Test
    void what_is_sent_is_read_as_it_was_written() {
        var notice = new Offer.Notice(OFFER, false);

        assertThat(Definitions.read(Definitions.write(notice), Offer.Notice.class))
                .isEqualTo(notice);
        assertThat(Definitions.write(OFFER.withByline(Optional.empty()))).doesNotContain("Weber");
    }

    @Test
    void what_nobody_could_have_offered_is_refused() {
        String written = Definitions.write(OFFER);

        for (String wrong : List.of(
                "{}",
                written.replace("Call 112.", "x".repeat(20_001)),
                written.replace("Jonas Weber", "x".repeat(201)),
                written.replace("It is the number here", "x".repeat(1_001)))) {
            assertThatIllegalArgumentException().isThrownBy(() -> Definitions.read(wrong, Offer.class));
        }
    }

    @Test
    void a_market_gives_way_only_where_the_master_says_all_that_it_says() {
        Field ours = Field.words(Map.of("en", "Call 112.", "de", "Rufen Sie 112."));
        Field more = Field.words(Map.of("en", "Call 112.", "de", "Rufen Sie 112.", "ja", "110"));
        Field less = Field.words(Map.of("en", "Call 112."));
        Field other = Field.words(Map.of("en", "Call 112.", "de", "Rufen Sie 999."));

        assertThat(Offers.saysAllOf(Optional.of(more), Optional.of(ours))).isTrue();
        assertThat(Offers.saysAllOf(Optional.of(ours), Optional.of(ours))).isTrue();
        assertThat(Offers.saysAllOf(Optional.of(less), Optional.of(ours))).isFalse();
        assertThat(Offers.saysAllOf(Optional.of(other), Optional.of(ours))).isFalse();
        assertThat(Offers.saysAllOf(Optional.empty(), Optional.of(ours))).isFalse();
        assertThat(Offers.saysAllOf(Optional.of(ours), Optional.empty())).isFalse();
    }
}

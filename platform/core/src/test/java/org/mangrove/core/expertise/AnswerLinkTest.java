package org.mangrove.core.expertise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.keys.ZoneKeys;
import org.mangrove.core.tenancy.EnterpriseId;

class AnswerLinkTest {

    private static final EnterpriseId ACME = new EnterpriseId(1);
    private static final UUID ASK = UUID.fromString("01890000-0000-7000-8000-000000000001");
    private static final UUID EXPERT = UUID.fromString("01890000-0000-8000-8000-00000000000a");
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final Instant END = Instant.parse("2026-12-07T12:00:00Z");

    private final AnswerLink links = links("the-key-of-this-zone");

    @Test
    void a_link_is_ours_for_its_ask_its_expert_and_until_its_end() {
        AnswerLink.Shown shown = shown(links.of(ACME, ASK, EXPERT, END));

        assertThat(shown.ask()).isEqualTo(ASK);
        assertThat(links.isOurs(ACME, shown, EXPERT, NOW)).isTrue();
        assertThat(links.isOurs(ACME, shown, EXPERT, END.minusSeconds(1))).isTrue();
        assertThat(links.isOurs(ACME, shown, EXPERT, END)).as("at its end").isFalse();
        assertThat(links.isOurs(ACME, shown, UUID.randomUUID(), NOW))
                .as("of another expert")
                .isFalse();
        assertThat(links.isOurs(new EnterpriseId(2), shown, EXPERT, NOW))
                .as("of another enterprise")
                .isFalse();
        assertThat(links("the-key-after-rotation").isOurs(ACME, shown, EXPERT, NOW))
                .as("under another key")
                .isFalse();
    }

    @Test
    void no_single_character_of_a_link_can_be_another() {
        String token = links.of(ACME, ASK, EXPERT, END);

        for (int place = 0; place < token.length(); place++) {
            char other = token.charAt(place) == '7' ? '8' : '7';
            String changed = token.substring(0, place) + other + token.substring(place + 1);
            boolean isOurs = AnswerLink.read(changed)
                    .filter(shown -> links.isOurs(ACME, shown, EXPERT, NOW))
                    .isPresent();
            assertThat(isOurs).as("changed at %d", place).isFalse();
        }
    }

    @Test
    void the_proof_of_one_ask_is_none_for_another_or_a_later_end() {
        String token = links.of(ACME, ASK, EXPERT, END);
        String proof = token.substring(token.lastIndexOf('-') + 1);
        var other = new AnswerLink.Shown(UUID.randomUUID(), END, proof);
        var later = new AnswerLink.Shown(ASK, END.plusSeconds(86_400), proof);

        assertThat(links.isOurs(ACME, other, EXPERT, NOW)).isFalse();
        assertThat(links.isOurs(ACME, later, EXPERT, NOW)).isFalse();
    }

    @Test
    void a_link_names_no_person() {
        assertThat(links.of(ACME, ASK, EXPERT, END))
                .doesNotContain(EXPERT.toString())
                .doesNotContain(EXPERT.toString().replace("-", ""));
    }

    @Test
    void what_cannot_be_a_link_is_not_looked_up() {
        assertThat(AnswerLink.read("")).isEmpty();
        assertThat(AnswerLink.read("../asks")).isEmpty();
        assertThat(AnswerLink.read(links.of(ACME, ASK, EXPERT, END) + "0")).isEmpty();
        assertThat(AnswerLink.read(links.of(ACME, ASK, EXPERT, END).toUpperCase(java.util.Locale.ROOT)))
                .isEmpty();
    }

    private static AnswerLink.Shown shown(String token) {
        return AnswerLink.read(token).orElseThrow();
    }

    private static AnswerLink links(String key) {
        return AnswerLink.with(ZoneKeys.of(new Configuration() {
            @Override
            public Optional<String> find(String name) {
                return name.equals("mangrove.client-secret-key") ? Optional.of(key) : Optional.empty();
            }
        }));
    }
}

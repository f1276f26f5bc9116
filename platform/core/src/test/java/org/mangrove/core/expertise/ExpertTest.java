package org.mangrove.core.expertise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExpertTest {

    private static final UUID OTHER = UUID.fromString("01890000-0000-8000-8000-00000000000b");

    @Test
    void a_delegation_ends_with_its_last_day_where_the_expert_is() {
        var expert = new Expert(
                UUID.randomUUID(),
                List.of(),
                new Budget(30, ZoneId.of("Asia/Tokyo")),
                Optional.of(new Expert.Delegation(OTHER, LocalDate.of(2026, 12, 31))));

        assertThat(expert.delegate(Instant.parse("2026-12-31T14:59:59Z"))).contains(OTHER);
        assertThat(expert.delegate(Instant.parse("2026-12-31T15:00:00Z"))).isEmpty();
    }

    @Test
    void who_knows_a_subject_everywhere_can_be_asked_about_a_place_and_not_the_other_way_round() {
        assertThat(domain("safety").covers(domain("safety/DE"))).isTrue();
        assertThat(domain("safety/DE").covers(domain("safety"))).isFalse();
        assertThat(domain("safety/DE").covers(domain("safety/DE-BE"))).isFalse();
        assertThat(domain("safety/DE").covers(domain("pedagogy/DE"))).isFalse();
    }

    @Test
    void a_domain_is_a_subject_in_small_letters_and_perhaps_a_place() {
        assertThat(Domain.read("data-protection/SA")).isPresent();
        assertThat(Domain.read("pedagogy")).isPresent();
        assertThat(Domain.read("Pedagogy")).isEmpty();
        assertThat(Domain.read("a/DE/x")).isEmpty();
        assertThat(Domain.read("=1+1")).isEmpty();
    }

    private static Domain domain(String text) {
        return Domain.read(text).orElseThrow();
    }
}

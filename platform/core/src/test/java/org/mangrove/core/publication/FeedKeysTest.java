package org.mangrove.core.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.EnterpriseId;

class FeedKeysTest {

    private static final String CHALLENGE = "00112233445566778899aabbccddeeff";
    private static final Enterprise ACME = enterprise(1, "acme");
    private static final Enterprise BOREALIS = enterprise(2, "borealis");

    private final FeedKeys keys = new FeedKeys();

    @BeforeEach
    void setUp() {
        keys.configuration = keyed("one");
    }

    @Test
    void signs_what_it_can_verify() {
        var head = keys.sign(ACME, "epoch", 3, "abc", CHALLENGE);

        assertThatNoException().isThrownBy(() -> keys.mustBeSigned(ACME, head, CHALLENGE));
    }

    @Test
    void refuses_a_head_that_was_signed_for_another_enterprise() {
        var head = keys.sign(ACME, "epoch", 3, "abc", CHALLENGE);

        assertThatExceptionOfType(BrokenFeed.class).isThrownBy(() -> keys.mustBeSigned(BOREALIS, head, CHALLENGE));
    }

    @Test
    void refuses_a_head_that_was_signed_for_another_enterprises_number() {
        var head = keys.sign(ACME, "epoch", 3, "abc", CHALLENGE);

        assertThatExceptionOfType(BrokenFeed.class)
                .isThrownBy(() -> keys.mustBeSigned(enterprise(2, "acme"), head, CHALLENGE));
    }

    @Test
    void refuses_a_head_that_was_signed_in_answer_to_another_question() {
        var head = keys.sign(ACME, "epoch", 3, "abc", CHALLENGE);

        assertThatExceptionOfType(BrokenFeed.class)
                .isThrownBy(() -> keys.mustBeSigned(ACME, head, CHALLENGE.replace('0', '1')));
    }

    @Test
    void refuses_a_head_with_another_number() {
        var head = keys.sign(ACME, "epoch", 3, "abc", CHALLENGE);
        var moved = new FeedHead("epoch", 4, "abc", head.signature());

        assertThatExceptionOfType(BrokenFeed.class).isThrownBy(() -> keys.mustBeSigned(ACME, moved, CHALLENGE));
    }

    @Test
    void refuses_a_head_that_another_core_has_signed() {
        var head = keys.sign(ACME, "epoch", 3, "abc", CHALLENGE);
        keys.configuration = keyed("another");

        assertThatExceptionOfType(BrokenFeed.class).isThrownBy(() -> keys.mustBeSigned(ACME, head, CHALLENGE));
    }

    @Test
    void refuses_what_is_no_signature() {
        assertThatExceptionOfType(BrokenFeed.class)
                .isThrownBy(() -> keys.mustBeSigned(ACME, new FeedHead("epoch", 4, "abc", "%%%"), CHALLENGE));
    }

    @Test
    void gives_every_cell_a_credential_of_its_own() {
        assertThat(keys.credentialOf("eu"))
                .isNotEqualTo(keys.credentialOf("sa"))
                .hasSize(64);
    }

    private static Enterprise enterprise(int number, String slug) {
        return new Enterprise(new EnterpriseId(number), slug, Map.of(), Locale.ENGLISH, slug + "-eu");
    }

    private static Configuration keyed(String secret) {
        return new Configuration() {
            @Override
            public Optional<String> find(String name) {
                return name.equals("mangrove.client-secret-key") ? Optional.of(secret) : Optional.empty();
            }
        };
    }
}

package org.mangrove.core.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mangrove.core.database.Configuration;

class FeedKeysTest {

    private final FeedKeys keys = new FeedKeys();

    @BeforeEach
    void setUp() {
        keys.configuration = keyed("one");
    }

    @Test
    void signs_what_it_can_verify() {
        var head = keys.sign("acme", "epoch", 3, "abc");

        assertThatNoException().isThrownBy(() -> keys.mustBeSigned("acme", head));
    }

    @Test
    void refuses_a_head_that_was_signed_for_another_enterprise() {
        var head = keys.sign("acme", "epoch", 3, "abc");

        assertThatExceptionOfType(BrokenFeed.class).isThrownBy(() -> keys.mustBeSigned("borealis", head));
    }

    @Test
    void refuses_a_head_with_another_number() {
        var head = keys.sign("acme", "epoch", 3, "abc");
        var moved = new FeedHead("epoch", 4, "abc", head.signature());

        assertThatExceptionOfType(BrokenFeed.class).isThrownBy(() -> keys.mustBeSigned("acme", moved));
    }

    @Test
    void refuses_a_head_that_another_core_has_signed() {
        var head = keys.sign("acme", "epoch", 3, "abc");
        keys.configuration = keyed("another");

        assertThatExceptionOfType(BrokenFeed.class).isThrownBy(() -> keys.mustBeSigned("acme", head));
    }

    @Test
    void refuses_what_is_no_signature() {
        assertThatExceptionOfType(BrokenFeed.class)
                .isThrownBy(() -> keys.mustBeSigned("acme", new FeedHead("epoch", 4, "abc", "%%%")));
    }

    @Test
    void a_head_that_was_found_genuine_lends_nothing_to_another() {
        var head = keys.sign("acme", "epoch", 3, "abc");
        keys.mustBeSigned("acme", head);

        var others = List.of(
                new FeedHead("epoch", 4, "abc", head.signature()),
                new FeedHead("epoch", 3, "abd", head.signature()),
                new FeedHead("later", 3, "abc", head.signature()),
                new FeedHead("epoch", 3, "abc", "A" + head.signature().substring(1)));
        assertThat(others)
                .allSatisfy(other ->
                        assertThatExceptionOfType(BrokenFeed.class).isThrownBy(() -> keys.mustBeSigned("acme", other)));
        assertThatExceptionOfType(BrokenFeed.class).isThrownBy(() -> keys.mustBeSigned("borealis", head));
    }

    @Test
    void signs_a_head_that_has_moved() {
        var first = keys.sign("acme", "epoch", 3, "abc");
        var second = keys.sign("acme", "epoch", 4, "def");

        assertThat(second).isNotEqualTo(first);
        assertThatNoException().isThrownBy(() -> keys.mustBeSigned("acme", second));
        assertThat(keys.sign("acme", "epoch", 3, "abc")).isEqualTo(first);
    }

    @Test
    void gives_every_cell_a_credential_of_its_own() {
        assertThat(keys.credentialOf("eu"))
                .isNotEqualTo(keys.credentialOf("sa"))
                .hasSize(64);
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

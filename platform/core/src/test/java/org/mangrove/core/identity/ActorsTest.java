package org.mangrove.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mangrove.core.database.Configuration;

class ActorsTest {

    private final Actors actors = keyed("key of this installation");

    @Test
    void an_actor_is_the_same_in_a_realm_and_another_in_the_next() {
        var actor = actors.of("acme-eu", "s-1");

        assertThat(actor).isEqualTo(keyed("key of this installation").of("acme-eu", "s-1"));
        assertThat(actor.version()).isEqualTo(8);
        assertThat(actor.variant()).isEqualTo(2);
        assertThat(actor).isNotEqualTo(actors.of("acme-jp", "s-1")).isNotEqualTo(actors.of("acme-eu", "s-2"));
    }

    @Test
    void who_knows_an_account_and_not_the_key_does_not_know_the_actor() {
        assertThat(actors.of("acme-eu", "s-1"))
                .isNotEqualTo(keyed("key of another one").of("acme-eu", "s-1"));
    }

    private static Actors keyed(String key) {
        var actors = new Actors();
        actors.configuration = new Configuration() {
            @Override
            public Optional<String> find(String name) {
                return name.equals("mangrove.client-secret-key") ? Optional.of(key) : Optional.empty();
            }
        };
        return actors;
    }
}

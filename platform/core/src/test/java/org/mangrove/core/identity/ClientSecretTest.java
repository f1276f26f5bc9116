package org.mangrove.core.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ClientSecretTest {

    private static final String KEY = "a key that is long enough";

    @Test
    void follows_from_key_realm_and_client() {
        String secret = ClientSecret.derive(KEY, "acme-eu", "mangrove-acme-de");

        assertThat(secret).hasSize(43).isEqualTo(ClientSecret.derive(KEY, "acme-eu", "mangrove-acme-de"));
        assertThat(secret)
                .isNotEqualTo(ClientSecret.derive(KEY + "!", "acme-eu", "mangrove-acme-de"))
                .isNotEqualTo(ClientSecret.derive(KEY, "acme-jp", "mangrove-acme-de"))
                .isNotEqualTo(ClientSecret.derive(KEY, "acme-eu", "mangrove-acme-at"));
    }

    @Test
    void refuses_a_key_that_could_be_guessed() {
        assertThatIllegalArgumentException().isThrownBy(() -> ClientSecret.derive("short", "acme-eu", "c"));
    }
}

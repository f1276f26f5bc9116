package org.mangrove.core.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import org.mangrove.core.database.Configuration;
import org.mangrove.sdk.TenantId;

class ZoneKeysTest {

    private static final TenantId TENANT = new TenantId(7);
    private static final String ROOT = "the-key-of-this-zone";

    private final Sealer sealer = new Sealer(new SecureRandom());

    @Test
    void each_purpose_and_each_tenant_of_each_zone_has_a_key_of_its_own() {
        ZoneKeys keys = keys(ROOT);
        SecretKey key = keys.sealing("records/seal", TENANT);

        assertThat(keys(ROOT).sealing("records/seal", TENANT)).isEqualTo(key);
        assertThat(key.getEncoded()).hasSize(32);
        assertThat(keys.sealing("forwarding/text", TENANT)).isNotEqualTo(key);
        assertThat(keys.sealing("records/seal", new TenantId(8))).isNotEqualTo(key);
        assertThat(keys("the-key-of-another").sealing("records/seal", TENANT)).isNotEqualTo(key);
    }

    @Test
    void a_name_is_the_same_each_time_and_another_for_everything_else() {
        ZoneKeys keys = keys(ROOT);

        assertThat(keys.name("a/b", TENANT, "lena")).isEqualTo(keys(ROOT).name("a/b", TENANT, "lena"));
        assertThat(keys.name("a/b", TENANT, "lena"))
                .isNotEqualTo(keys.name("a/b", TENANT, "kenji"))
                .isNotEqualTo(keys.name("a/c", TENANT, "lena"))
                .isNotEqualTo(keys.name("a/b", new TenantId(8), "lena"))
                .isNotEqualTo(keys("the-key-of-another").name("a/b", TENANT, "lena"));
    }

    @Test
    void a_key_that_is_too_short_is_none() {
        assertThatIllegalStateException().isThrownBy(() -> keys("short").sealing("records/seal", TENANT));
    }

    @Test
    void what_is_sealed_opens_as_what_it_was_sealed_and_unchanged_only() {
        SecretKey key = keys(ROOT).sealing("records/seal", TENANT);
        byte[] about = {1};
        byte[] sealed = sealer.seal(key, "open sesame".getBytes(UTF_8), about);

        assertThat(sealer.open(key, sealed, about)).isEqualTo("open sesame".getBytes(UTF_8));
        assertThat(sealer.seal(key, "open sesame".getBytes(UTF_8), about)).isNotEqualTo(sealed);
        assertThat(sealer.find(key, sealed, new byte[] {2})).isEmpty();
        assertThat(sealer.find(keys(ROOT).sealing("another/purpose", TENANT), sealed, about))
                .isEmpty();
        assertThat(sealer.find(key, new byte[11], about)).isEmpty();
        for (int place = 0; place < sealed.length; place++) {
            byte[] changed = sealed.clone();
            changed[place] ^= 1;
            assertThat(sealer.find(key, changed, about)).isEmpty();
        }
        assertThatIllegalStateException().isThrownBy(() -> sealer.open(key, sealed, new byte[0]));
    }

    private static ZoneKeys keys(String root) {
        return ZoneKeys.of(new Configuration() {
            @Override
            public Optional<String> find(String name) {
                return Optional.of(root).filter(here -> name.equals("mangrove.client-secret-key"));
            }
        });
    }
}

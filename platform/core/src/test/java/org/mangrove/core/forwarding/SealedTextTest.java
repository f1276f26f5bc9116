package org.mangrove.core.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.keys.ZoneKeys;
import org.mangrove.sdk.TenantId;

class SealedTextTest {

    private static final TenantId TENANT = new TenantId(7);
    private static final UUID ROW = new UUID(1, 2);

    @Test
    void opens_where_it_was_closed_and_nowhere_else() {
        SealedText sealed = sealed("the-key-of-a-zone");
        String closed = sealed.close(TENANT, ROW, "open sesame");

        assertThat(sealed.open(TENANT, ROW, closed)).contains("open sesame");
        assertThat(sealed.open(new TenantId(8), ROW, closed)).isEmpty();
        assertThat(sealed.open(TENANT, new UUID(1, 3), closed)).isEmpty();
        assertThat(sealed("another-key-of-another").open(TENANT, ROW, closed)).isEmpty();
    }

    @Test
    void is_another_text_each_time_and_tells_nothing() {
        SealedText sealed = sealed("the-key-of-a-zone");

        assertThat(sealed.close(TENANT, ROW, "open sesame"))
                .isNotEqualTo(sealed.close(TENANT, ROW, "open sesame"))
                .doesNotContain("sesame");
    }

    private static SealedText sealed(String key) {
        var sealed = new SealedText();
        sealed.keys = ZoneKeys.of(new Configuration() {
            @Override
            public Optional<String> find(String name) {
                return Optional.of(key).filter(here -> name.equals("mangrove.client-secret-key"));
            }
        });
        return sealed;
    }
}

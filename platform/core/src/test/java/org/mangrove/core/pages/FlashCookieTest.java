package org.mangrove.core.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.mangrove.core.tenancy.Address;
import org.mangrove.core.tenancy.Address.Kind;
import org.mangrove.sdk.Message;

class FlashCookieTest {

    private static final Address BERLIN =
            new Address(Kind.TENANT, "acme-de", "http://localhost:8080", "/t/acme-de", "/my-data");

    @Test
    void brings_back_what_it_carried() {
        var flash = new Flash(
                Tone.WARNING,
                Message.of("learning.card.questions").with("count", 12).with("name", "Ünal"));

        assertThat(FlashCookie.read(value(FlashCookie.carry(flash, BERLIN)))).contains(flash);
    }

    @Test
    void stays_with_the_tenant_and_is_taken_back() {
        var flash = new Flash(Tone.SUCCESS, Message.of("consent.decision.kept"));

        assertThat(FlashCookie.carry(flash, BERLIN))
                .contains("Path=/t/acme-de/;", "Max-Age=60;", "HttpOnly")
                .doesNotContain("Secure");
        assertThat(FlashCookie.forget(BERLIN))
                .startsWith(FlashCookie.NAME + "=;")
                .contains("Max-Age=0;");
    }

    @Test
    void says_nothing_that_is_not_ours() {
        assertThat(FlashCookie.read("")).isEmpty();
        assertThat(FlashCookie.read("no base 64")).isEmpty();
        assertThat(FlashCookie.read(sent("{}"))).isEmpty();
        assertThat(FlashCookie.read(sent("{\"tone\":\"LOUD\",\"key\":\"pages.choice.right\"}")))
                .isEmpty();
        assertThat(FlashCookie.read(sent("{\"tone\":\"SUCCESS\",\"key\":\"<b>hello</b>\"}")))
                .isEmpty();
    }

    private static String sent(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String value(String header) {
        return header.substring(header.indexOf('=') + 1, header.indexOf(';'));
    }
}

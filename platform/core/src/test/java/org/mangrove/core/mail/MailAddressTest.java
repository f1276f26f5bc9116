package org.mangrove.core.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"carla.reyes@acme.example", "a+b@x.y", "o'neill@sub.domain.example", "root@localhost"})
    void one_mailbox_is_an_address(String text) {
        assertThat(MailAddress.read(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "carla",
                "@acme.example",
                "carla@",
                "a@b@c",
                "Carla <carla@acme.example>",
                "carla@acme.example, eve@evil.example",
                "carla@acme.example\r\nBcc: eve@evil.example",
                "carla@acme.example\n",
                "carla\u0000@acme.example",
                "car la@acme.example",
                ".carla@acme.example",
                "carla@-acme.example",
                "\"carla\"@acme.example"
            })
    void what_could_become_a_second_address_or_another_header_is_none(String text) {
        assertThat(MailAddress.read(text)).isEmpty();
    }

    @Test
    void an_address_has_an_end() {
        assertThat(MailAddress.read("a".repeat(250) + "@x.y")).isPresent();
        assertThat(MailAddress.read("a".repeat(251) + "@x.y")).isEmpty();
    }
}

package org.mangrove.core.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mangrove.core.database.Configuration;

class MailSettingsTest {

    private static final Map<String, String> LEAST =
            Map.of("mangrove.mail.host", "mail.example", "mangrove.mail.from", "learning@acme.example");

    @Test
    void without_a_host_there_is_no_mail() {
        assertThat(MailSettings.find(configured(Map.of()))).isEmpty();
    }

    @Test
    void encryption_is_demanded_unless_something_else_is_said() {
        MailSettings settings = MailSettings.find(configured(LEAST)).orElseThrow();

        assertThat(settings.security()).isEqualTo(MailSettings.Security.STARTTLS);
        assertThat(settings.port()).isEqualTo(587);
        assertThat(settings.login()).isEmpty();
        assertThat(with("mangrove.mail.security", "tls").orElseThrow().port()).isEqualTo(465);
    }

    @Test
    void nothing_is_sent_in_the_clear_to_another_machine() {
        assertThatIllegalStateException()
                .isThrownBy(() -> with("mangrove.mail.security", "none"))
                .withMessageContaining("same machine");
    }

    @Test
    void a_setting_that_makes_no_sense_is_named() {
        assertThatIllegalStateException()
                .isThrownBy(() -> with("mangrove.mail.port", "70000"))
                .withMessageContaining("mangrove.mail.port");
        assertThatIllegalStateException()
                .isThrownBy(() -> with("mangrove.mail.security", "ssl3"))
                .withMessageContaining("mangrove.mail.security");
        assertThatIllegalStateException()
                .isThrownBy(() -> with("mangrove.mail.from", "Acme <learning@acme.example>"))
                .withMessageContaining("mangrove.mail.from");
        assertThatIllegalStateException()
                .as("a user without a password")
                .isThrownBy(() -> with("mangrove.mail.user", "learning"))
                .withMessageContaining("mangrove.mail.password");
    }

    private static Optional<MailSettings> with(String name, String value) {
        var more = new HashMap<>(LEAST);
        more.put(name, value);
        return MailSettings.find(configured(more));
    }

    private static Configuration configured(Map<String, String> settings) {
        return new Configuration() {
            @Override
            public Optional<String> find(String name) {
                return Optional.ofNullable(settings.get(name));
            }
        };
    }
}

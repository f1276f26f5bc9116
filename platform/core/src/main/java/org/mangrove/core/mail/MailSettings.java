package org.mangrove.core.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mangrove.core.database.Configuration;

/**
 * By which server this node sends mail.
 *
 * @param from what stands in the header, also for replies
 */
record MailSettings(String host, int port, Security security, Optional<Login> login, MailAddress from) {

    private static final String HOST = "mangrove.mail.host";
    private static final int SUBMISSION = 587;
    private static final int SUBMISSION_OVER_TLS = 465;
    private static final int HIGHEST_PORT = 65_535;
    private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "::1");

    /** How the line to the server is kept from others. */
    enum Security {
        /** Encryption is demanded before anything is said. */
        STARTTLS,
        /** Encrypted from the first byte. */
        TLS,
        /** To a server on the same machine only. */
        NONE
    }

    /** What the node shows to the server. */
    record Login(String user, String password) {

        @Override
        public String toString() {
            return "Login";
        }
    }

    /** Empty if mail was not set up. @throws IllegalStateException if it was, and wrongly */
    static Optional<MailSettings> find(Configuration configuration) {
        return configuration.find(HOST).map(host -> of(host, configuration));
    }

    private static MailSettings of(String host, Configuration configuration) {
        Security security = security(configuration);
        if (security == Security.NONE && !OWN_MACHINE.contains(host)) {
            throw new IllegalStateException(
                    "mangrove.mail.security may be none for a mail server on the same machine only");
        }
        int port = configuration
                .find("mangrove.mail.port")
                .map(MailSettings::port)
                .orElse(security == Security.TLS ? SUBMISSION_OVER_TLS : SUBMISSION);
        MailAddress from = MailAddress.read(configuration.must("mangrove.mail.from"))
                .orElseThrow(() -> new IllegalStateException("mangrove.mail.from takes an address, without a name"));
        Optional<Login> login = configuration
                .find("mangrove.mail.user")
                .map(user -> new Login(user, configuration.must("mangrove.mail.password")));
        return new MailSettings(host, port, security, login, from);
    }

    private static Security security(Configuration configuration) {
        String said = configuration.find("mangrove.mail.security").orElse(Security.STARTTLS.name());
        return Stream.of(Security.values())
                .filter(each -> each.name().equals(said.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("mangrove.mail.security takes starttls, tls or none"));
    }

    private static int port(String said) {
        if (said.matches("\\d{1,5}") && Integer.parseInt(said) > 0 && Integer.parseInt(said) <= HIGHEST_PORT) {
            return Integer.parseInt(said);
        }
        throw new IllegalStateException("mangrove.mail.port takes the number of a port");
    }
}

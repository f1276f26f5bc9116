package org.mangrove.journeys;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.mangrove.launcher.Login;
import org.mangrove.launcher.Stack;

/** What a stack shares with its clients and cells, derived anew from its key, as whoever holds the key can. */
record DerivedSecrets(Stack stack) {

    private static final String KEY = "client-secret-key";

    /** With what a client of a realm shows that it is that client. */
    Login client(String realm, String name) {
        return new Login(name, Base64.getUrlEncoder().withoutPadding().encodeToString(derived(realm + "/" + name)));
    }

    /** With what a cell asks for the feed. */
    String feedCredential(String cell) {
        return HexFormat.of().formatHex(derived("feed-credential/" + cell));
    }

    private byte[] derived(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String key() {
        var secrets = new Properties();
        try {
            secrets.load(new StringReader(Files.readString(stack.state().path().resolve("secrets.properties"))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Optional.ofNullable(secrets.getProperty(KEY))
                .orElseThrow(() -> new AssertionError("There is no secret " + KEY));
    }
}

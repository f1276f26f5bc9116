package org.mangrove.core.publication;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.mangrove.core.database.Configuration;

/**
 * What a cell's node shows to the core's door, and whom it takes for the core.
 *
 * <p>{@code mangrove.feed.key-store} has the node's key and certificate, {@code mangrove.feed.trust-store} the authority that
 * has signed the core's; both are PKCS #12 files with the passwords {@code mangrove.feed.key-store-password} and {@code
 * mangrove.feed.trust-store-password}. What is not given is the JDK's own.
 */
final class FeedCertificates {

    private static final String KEYS = "mangrove.feed.key-store";
    private static final String TRUST = "mangrove.feed.trust-store";

    private FeedCertificates() {}

    /** Empty if neither was given. @throws IllegalStateException if one was, and cannot be used; its message names it */
    static Optional<SSLContext> of(Configuration configuration) {
        if (configuration.find(KEYS).isEmpty() && configuration.find(TRUST).isEmpty()) {
            return Optional.empty();
        }
        try {
            var context = SSLContext.getInstance("TLSv1.3");
            context.init(keys(configuration), trust(configuration), null);
            return Optional.of(context);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("The certificates of the feed cannot be used", unusable);
        }
    }

    private static KeyManager[] keys(Configuration configuration) throws GeneralSecurityException {
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        if (configuration.find(KEYS).isEmpty()) {
            return new KeyManager[0];
        }
        factory.init(store(configuration, KEYS), password(configuration, KEYS));
        return factory.getKeyManagers();
    }

    private static TrustManager[] trust(Configuration configuration) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore given = configuration.find(TRUST).isPresent() ? store(configuration, TRUST) : null;
        factory.init(given);
        return factory.getTrustManagers();
    }

    private static KeyStore store(Configuration configuration, String setting) throws GeneralSecurityException {
        Path file = Path.of(configuration.must(setting));
        try (InputStream in = Files.newInputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, password(configuration, setting));
            return store;
        } catch (IOException unreadable) {
            throw new IllegalStateException(
                    setting + " names " + file + ", which is no PKCS #12 file that its password opens", unreadable);
        }
    }

    private static char[] password(Configuration configuration, String setting) {
        return configuration.must(setting + "-password").toCharArray();
    }
}

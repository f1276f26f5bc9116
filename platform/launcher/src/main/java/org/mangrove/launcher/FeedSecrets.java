package org.mangrove.launcher;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;

/** What nodes apart show each other: the core signs with a key that no cell has, and each cell has a credential of its own. */
final class FeedSecrets {

    private final Secrets secrets;

    FeedSecrets(Secrets secrets) {
        this.secrets = secrets;
    }

    String signingKey() {
        return pair()[0];
    }

    String verifyKey() {
        return pair()[1];
    }

    String credential(String cell) {
        return secrets.of("feed.credential." + cell);
    }

    private String[] pair() {
        return secrets.of("feed.keys", FeedSecrets::drawn).split("[.]", 2);
    }

    private static String drawn() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var text = Base64.getEncoder();
            return text.encodeToString(pair.getPrivate().getEncoded()) + "."
                    + text.encodeToString(pair.getPublic().getEncoded());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has Ed25519", impossible);
        }
    }
}

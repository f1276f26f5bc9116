package org.mangrove.core.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that a client of a realm shows to Keycloak.
 *
 * <p>It is derived from one key of the installation, so that nothing has to carry secrets from where a client is made to
 * where it is used, and no file or table holds one.
 */
public final class ClientSecret {

    private static final int SHORTEST_KEY = 16;

    private ClientSecret() {}

    /** @param key the installation's, from {@code mangrove.client-secret-key} */
    public static String derive(String key, String realm, String client) {
        if (key.length() < SHORTEST_KEY) {
            throw new IllegalArgumentException(
                    "mangrove.client-secret-key needs at least %d characters".formatted(SHORTEST_KEY));
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] secret = mac.doFinal((realm + "/" + client).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}

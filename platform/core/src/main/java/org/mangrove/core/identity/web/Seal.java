package org.mangrove.core.identity.web;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.util.Base64;
import java.util.Optional;
import org.mangrove.core.identity.ClientSecret;

/**
 * Closes what a browser keeps for us, so that it can neither read nor change it, and so that every node can open it. What
 * was closed for one purpose does not open for another.
 */
@ApplicationScoped
public class Seal {

    @Inject
    Realms realms;

    String close(String purpose, String text) {
        var header = new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                .compressionAlgorithm(CompressionAlgorithm.DEF)
                .build();
        var closed = new JWEObject(header, new Payload(text));
        try {
            closed.encrypt(new DirectEncrypter(key(purpose)));
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java has AES in Galois/Counter Mode", e);
        }
        return closed.serialize();
    }

    /** Empty if we did not close it for this purpose. */
    Optional<String> open(String purpose, String closed) {
        try {
            var object = JWEObject.parse(closed);
            object.decrypt(new DirectDecrypter(key(purpose)));
            return Optional.of(object.getPayload().toString());
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }

    private byte[] key(String purpose) {
        return Base64.getUrlDecoder().decode(ClientSecret.derive(realms.key(), "seal", purpose));
    }
}

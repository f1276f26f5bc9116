package org.mangrove.core.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.tenancy.Enterprise;

/**
 * Signs and verifies heads of the feed, and makes the credentials of cells.
 *
 * <p>In production the core is given {@code mangrove.feed.signing-key} (PKCS #8, Base64) and each cell {@code
 * mangrove.feed.verify-key} (X.509, Base64) and {@code mangrove.feed.credential.<cell>}. On one machine all of them derive
 * from {@code mangrove.client-secret-key}.
 */
@ApplicationScoped
public class FeedKeys {

    /** The DER prefix of an Ed25519 private key in PKCS #8 (RFC 8410, section 7); the 32 bytes of the seed follow. */
    private static final byte[] PKCS8_PREFIX = HexFormat.of().parseHex("302e020100300506032b657004220420");

    @Inject
    Configuration configuration;

    /** @param challenge what the asking cell has drawn, so that an old answer cannot be shown again as a new one */
    public FeedHead sign(Enterprise enterprise, String epoch, long number, String hash, String challenge) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(signingKey());
            signature.update(text(enterprise, epoch, number, hash, challenge));
            return new FeedHead(epoch, number, hash, Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("mangrove.feed.signing-key is no Ed25519 key", unusable);
        }
    }

    /** @throws BrokenFeed if the core did not sign it, for this enterprise and in answer to this challenge */
    public void mustBeSigned(Enterprise enterprise, FeedHead head, String challenge) {
        boolean genuine;
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(verifyKey());
            signature.update(text(enterprise, head.epoch(), head.number(), head.hash(), challenge));
            genuine = signature.verify(Base64.getDecoder().decode(head.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            genuine = false;
        }
        if (!genuine) {
            throw new BrokenFeed("the head was not signed by the core, or not now");
        }
    }

    /** What a cell shows to the core. */
    public String credentialOf(String cell) {
        return configuration
                .find("mangrove.feed.credential." + cell)
                .orElseGet(() -> HexFormat.of().formatHex(derive("feed-credential/" + cell)));
    }

    private PrivateKey signingKey() throws GeneralSecurityException {
        var given = configuration.find("mangrove.feed.signing-key");
        byte[] encoded = given.isPresent()
                ? Base64.getDecoder().decode(given.get())
                : concat(PKCS8_PREFIX, derive("feed-signing"));
        return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    private PublicKey verifyKey() throws GeneralSecurityException {
        var given = configuration.find("mangrove.feed.verify-key");
        if (given.isPresent()) {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(given.get())));
        }
        return publicOf(derive("feed-signing"));
    }

    /** The generator draws exactly the seed from its source of randomness, which here is the seed itself. */
    private static PublicKey publicOf(byte[] seed) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new FixedBytes(seed));
        return generator.generateKeyPair().getPublic();
    }

    private byte[] derive(String purpose) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(
                    configuration.must("mangrove.client-secret-key").getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] text(Enterprise enterprise, String epoch, long number, String hash, String challenge) {
        return "mangrove-feed\n%s\n%d\n%s\n%d\n%s\n%s"
                .formatted(enterprise.slug(), enterprise.id().number(), epoch, number, hash, challenge)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        var both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static final class FixedBytes extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] bytes;

        FixedBytes(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public void nextBytes(byte[] into) {
            System.arraycopy(bytes, 0, into, 0, into.length);
        }
    }
}

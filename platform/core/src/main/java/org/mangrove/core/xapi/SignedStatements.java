package org.mangrove.core.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSObjectJSON;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.X509CertUtils;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mangrove.core.refusal.Refusal.Invalid;

/**
 * Signatures that come with statements, as attachments that hold a JSON web signature of the statement before it was
 * signed.
 *
 * <p>What is checked tells a mistake from a signature, not a forger from a signer: the certificate is the one in the
 * signature itself, and nobody has been asked whether to trust it.
 *
 * <p>What a signature within a sub-statement signs is said by no version of the standard: it must be one, and what it says is
 * not compared with anything.
 */
public final class SignedStatements {

    /** What a signature is attached for. */
    public static final String USAGE = "http://adlnet.gov/expapi/attachments/signature";

    private static final String CONTENT_TYPE = "application/octet-stream";
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512);

    private SignedStatements() {}

    /**
     * Refuses a statement with a signature that is none, or one of something else. A statement without a signature needs
     * none.
     *
     * @param parts what was sent with the statements, by digest in small letters
     * @throws Invalid whose place is that of the attachment
     */
    public static void mustBeSigned(XapiStatement statement, Map<String, byte[]> parts) {
        signatures(statement.json(), statement.place()).forEach((place, attachment) -> {
            JWSObject signature = wellFormed(attachment, parts, place);
            if (!payload(statement, signature, place).says(statement)) {
                throw Defect.signature(place, "other-statement");
            }
        });
        JsonNode object = statement.json().path("object");
        if (Mentions.isSubStatement(object)) {
            signatures(object, statement.place().at("object"))
                    .forEach((place, attachment) -> wellFormed(attachment, parts, place));
        }
    }

    private static Map<Place, JsonNode> signatures(JsonNode statement, Place place) {
        var found = new LinkedHashMap<Place, JsonNode>();
        JsonNode attachments = statement.path("attachments");
        for (int index = 0; index < attachments.size(); index++) {
            if (isSignature(attachments.get(index))) {
                found.put(place.at("attachments").at(index), attachments.get(index));
            }
        }
        return found;
    }

    /** What the signatures of a stored statement are called, in small letters. */
    public static List<String> signatures(byte[] stored) {
        return new Mentions(ExactJson.read(stored))
                .attachments().stream()
                        .filter(claim -> claim.usageType().equals(USAGE))
                        .map(AttachmentClaim::sha2)
                        .toList();
    }

    static boolean isSignature(JsonNode attachment) {
        return attachment.path("usageType").asText().equals(USAGE);
    }

    private static JWSObject wellFormed(JsonNode attachment, Map<String, byte[]> parts, Place place) {
        if (!isOctets(attachment.path("contentType").asText())) {
            throw Defect.signature(place.at("contentType"), "content-type");
        }
        byte[] part = parts.get(attachment.path("sha2").asText().toLowerCase(Locale.ROOT));
        if (part == null) {
            throw Defect.signature(place, "not-sent");
        }
        JWSObject signature = read(part, place);
        if (!ALGORITHMS.contains(signature.getHeader().getAlgorithm())) {
            throw Defect.signature(place, "algorithm");
        }
        mustFitItsCertificate(signature, place);
        return signature;
    }

    private static boolean isOctets(String contentType) {
        return contentType.split(";", 2)[0].strip().equalsIgnoreCase(CONTENT_TYPE);
    }

    private static JWSObject read(byte[] part, Place place) {
        String text = new String(part, StandardCharsets.ISO_8859_1).strip();
        try {
            return JWSObject.parse(text);
        } catch (ParseException | IllegalArgumentException notOne) {
            throw isJsonForm(text) ? Defect.signature(place, "json-form") : Defect.signature(place, "not-jws");
        }
    }

    /** 1.0.3 discourages it and announces that it will be forbidden; nobody is known to send it. */
    private static boolean isJsonForm(String text) {
        try {
            JWSObjectJSON.parse(text);
            return true;
        } catch (ParseException | IllegalArgumentException notOne) {
            return false;
        }
    }

    private static XapiStatement payload(XapiStatement statement, JWSObject signature, Place place) {
        try {
            return statement.reader().read(signature.getPayload().toBytes());
        } catch (Invalid problem) {
            throw Defect.signature(place, "payload");
        }
    }

    private static void mustFitItsCertificate(JWSObject signature, Place place) {
        List<Base64> chain = signature.getHeader().getX509CertChain();
        if (chain == null || chain.isEmpty()) {
            return;
        }
        X509Certificate certificate = X509CertUtils.parse(chain.getFirst().decode());
        try {
            if (certificate == null
                    || !(certificate.getPublicKey() instanceof RSAPublicKey key)
                    || !signature.verify(new RSASSAVerifier(key))) {
                throw Defect.signature(place, "certificate");
            }
        } catch (JOSEException | IllegalArgumentException doesNotFit) {
            throw Defect.signature(place, "certificate");
        }
    }
}

package org.mangrove.core.xapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mangrove.core.xapi.SampleStatements.bytes;
import static org.mangrove.core.xapi.SampleStatements.read;
import static org.mangrove.core.xapi.SampleStatements.small;
import static org.mangrove.core.xapi.SampleStatements.whole;
import static org.mangrove.core.xapi.SampleStatements.with;
import static org.mangrove.core.xapi.SampleStatements.without;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSObjectJSON;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mangrove.core.refusal.Refusal.Invalid;

class SignedStatementsTest {

    private static KeyPair keys;
    private static PrivateKey certified;
    private static Base64 certificate;

    @BeforeAll
    static void make_keys(@TempDir Path folder) throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        KeyStore store = certifiedKeys(folder.resolve("keys.p12"));
        certified = (PrivateKey) store.getKey("signer", "changeit".toCharArray());
        certificate = Base64.encode(store.getCertificate("signer").getEncoded());
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS384", "RS512"})
    void takes_a_statement_that_is_signed(String algorithm) throws Exception {
        assertThat(check(whole(), signature(algorithm, whole()))).isEmpty();
    }

    @Test
    void takes_a_statement_that_is_not_signed() {
        assertThat(answer(read(whole()), Map.of())).isEmpty();
    }

    @Test
    void takes_a_signature_that_fits_its_certificate() throws Exception {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .x509CertChain(List.of(certificate))
                .build();

        assertThat(check(small(), sign(header, bytes(small()), new RSASSASigner(certified))))
                .isEmpty();
    }

    @Test
    void refuses_a_signature_that_does_not_fit_its_certificate() throws Exception {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .x509CertChain(List.of(certificate))
                .build();

        assertThat(check(small(), sign(header, bytes(small()), new RSASSASigner(keys.getPrivate()))))
                .isEqualTo("$.attachments[0] xapi.signature.certificate");
    }

    @Test
    void refuses_a_certificate_that_is_none() throws Exception {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .x509CertChain(List.of(Base64.encode("certainly")))
                .build();

        assertThat(check(small(), sign(header, bytes(small()), new RSASSASigner(keys.getPrivate()))))
                .isEqualTo("$.attachments[0] xapi.signature.certificate");
    }

    @Test
    void refuses_another_algorithm() throws Exception {
        byte[] secret = new byte[32];
        byte[] signature = sign(new JWSHeader(JWSAlgorithm.HS256), bytes(small()), new MACSigner(secret));

        assertThat(check(small(), signature)).isEqualTo("$.attachments[0] xapi.signature.algorithm");
    }

    @Test
    void refuses_the_algorithm_that_signs_nothing() {
        String none = "eyJhbGciOiJub25lIn0." + Base64URL.encode(bytes(small())) + ".";

        assertThat(check(small(), none.getBytes(UTF_8))).isEqualTo("$.attachments[0] xapi.signature.not-jws");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "..", "{\"payload\":\"x\"}", "eyJhbGciOiJSUzI1NiJ9.e30"})
    void refuses_what_is_no_signature(String text) {
        assertThat(check(small(), text.getBytes(UTF_8))).isEqualTo("$.attachments[0] xapi.signature.not-jws");
    }

    @Test
    void says_so_if_a_signature_is_in_the_json_form() throws Exception {
        var signature = new JWSObjectJSON(new Payload(bytes(small())));
        signature.sign(new JWSHeader(JWSAlgorithm.RS256), new RSASSASigner(keys.getPrivate()));

        for (String text : List.of(signature.serializeGeneral(), signature.serializeFlattened())) {
            assertThat(check(small(), text.getBytes(UTF_8))).isEqualTo("$.attachments[0] xapi.signature.json-form");
        }
    }

    @Test
    void a_signature_within_a_sub_statement_must_be_one_whatever_it_signs() throws Exception {
        byte[] right = signature("RS256", small());
        byte[] wrong = signature("RS256", small());
        wrong[0] = '!';
        byte[] another = sign(new JWSHeader(JWSAlgorithm.HS256), bytes(small()), new MACSigner(new byte[32]));

        assertThat(checkWithin(right, "application/octet-stream")).isEmpty();
        assertThat(checkWithin(wrong, "application/octet-stream"))
                .isEqualTo("$.object.attachments[0] xapi.signature.not-jws");
        assertThat(checkWithin(another, "application/octet-stream"))
                .isEqualTo("$.object.attachments[0] xapi.signature.algorithm");
        assertThat(checkWithin(right, "text/plain"))
                .isEqualTo("$.object.attachments[0].contentType xapi.signature.content-type");
    }

    @Test
    void signed_is_the_statement_with_what_is_signed_in_its_sub_statement() throws Exception {
        byte[] within = signature("RS256", small());
        ObjectNode statement = withSubStatement(within, "application/octet-stream");
        byte[] whole = signature("RS256", statement);

        assertThat(answer(
                        signed(statement, whole, "application/octet-stream"),
                        Map.of(sha256(within), within, sha256(whole), whole)))
                .isEmpty();
    }

    @Test
    void refuses_a_signature_of_what_is_no_statement() throws Exception {
        for (String payload : List.of("{'actor':1}", "{}", "[" + small() + "]", "")) {
            byte[] signature = sign(
                    new JWSHeader(JWSAlgorithm.RS256), payload.getBytes(UTF_8), new RSASSASigner(keys.getPrivate()));

            assertThat(check(small(), signature)).isEqualTo("$.attachments[0] xapi.signature.payload");
        }
    }

    @Test
    void refuses_a_signature_of_another_statement() throws Exception {
        assertThat(check(small(), signature("RS256", with(small(), "/object/id", "\"https://example.com/pages/2\""))))
                .isEqualTo("$.attachments[0] xapi.signature.other-statement");
    }

    @Test
    void signed_is_the_statement_with_its_other_attachments() throws Exception {
        assertThat(check(whole(), signature("RS256", without(whole(), "/attachments"))))
                .isEqualTo("$.attachments[1] xapi.signature.other-statement");
    }

    @Test
    void less_than_a_hundredth_of_a_second_makes_no_other_statement_of_it() throws Exception {
        byte[] signature = signature("RS256", with(whole(), "/result/duration", "\"P1DT12H36M0.12S\""));

        assertThat(check(with(whole(), "/result/duration", "\"P1DT12H36M0.1237S\""), signature))
                .isEmpty();
    }

    @Test
    void refuses_a_signature_that_was_not_sent() {
        XapiStatement statement = signed(small(), new byte[] {1}, "application/octet-stream");

        assertThat(answer(statement, Map.of())).isEqualTo("$.attachments[0] xapi.signature.not-sent");
    }

    @Test
    void refuses_a_signature_that_says_it_is_something_else() throws Exception {
        byte[] signature = signature("RS256", small());
        XapiStatement statement = signed(small(), signature, "text/plain");

        assertThat(answer(statement, Map.of(sha256(signature), signature)))
                .isEqualTo("$.attachments[0].contentType xapi.signature.content-type");
    }

    @Test
    void no_change_of_a_signature_does_more_than_make_it_wrong() throws Exception {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .x509CertChain(List.of(certificate))
                .build();
        byte[] right = sign(header, bytes(small()), new RSASSASigner(certified));
        var random = new Random(20_260_504);

        for (int round = 0; round < 1_000; round++) {
            byte[] wrong = right.clone();
            wrong[random.nextInt(wrong.length)] = (byte) random.nextInt(256);

            assertThat(check(small(), wrong)).matches("|\\$\\.attachments\\[0] xapi\\.signature\\..*");
        }
    }

    private static String check(ObjectNode statement, byte[] signature) {
        return answer(signed(statement, signature, "application/octet-stream"), Map.of(sha256(signature), signature));
    }

    private static String checkWithin(byte[] signature, String contentType) {
        return answer(read(withSubStatement(signature, contentType)), Map.of(sha256(signature), signature));
    }

    private static ObjectNode withSubStatement(byte[] signature, String contentType) {
        ObjectNode within = small();
        within.put("objectType", "SubStatement");
        attach(within, signature, contentType);
        ObjectNode statement = small();
        statement.set("object", within);
        return statement;
    }

    private static String answer(XapiStatement statement, Map<String, byte[]> parts) {
        Invalid refusal = catchThrowableOfType(Invalid.class, () -> SignedStatements.mustBeSigned(statement, parts));
        return refusal == null ? "" : SampleStatements.why(refusal);
    }

    private static XapiStatement signed(ObjectNode statement, byte[] signature, String contentType) {
        attach(statement, signature, contentType);
        return read(statement);
    }

    private static void attach(ObjectNode statement, byte[] signature, String contentType) {
        statement
                .withArray("attachments")
                .addObject()
                .put("usageType", SignedStatements.USAGE)
                .put("contentType", contentType)
                .put("length", signature.length)
                .put("sha2", sha256(signature))
                .putObject("display");
    }

    private static byte[] signature(String algorithm, ObjectNode statement) throws JOSEException {
        return sign(
                new JWSHeader(JWSAlgorithm.parse(algorithm)), bytes(statement), new RSASSASigner(keys.getPrivate()));
    }

    private static byte[] sign(JWSHeader header, byte[] payload, JWSSigner signer) throws JOSEException {
        var signature = new JWSObject(header, new Payload(payload));
        signature.sign(signer);
        return signature.serialize().getBytes(UTF_8);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The JDK makes certificates by its tool only. */
    private static KeyStore certifiedKeys(Path file)
            throws IOException, InterruptedException, GeneralSecurityException {
        var tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "signer",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-dname",
                        "CN=Signer",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start();
        assertThat(tool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream stored = Files.newInputStream(file)) {
            store.load(stored, "changeit".toCharArray());
        }
        return store;
    }
}

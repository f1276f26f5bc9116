package org.mangrove.core.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mangrove.core.database.Configuration;

/** The line to a core that lets in only who shows a certificate. */
class FeedClientTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    static Path folder;

    private final Map<String, String> settings = new HashMap<>();
    private final FeedClient client = new FeedClient();
    private HttpsServer core;

    /** An authority's own certificates stand for both ends: what matters is who trusts whom. */
    @BeforeAll
    static void makeCertificates() throws Exception {
        for (String name : List.of("core", "cell", "stranger")) {
            keytool(
                    "-genkeypair",
                    "-alias",
                    name,
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=" + name,
                    "-ext",
                    "san=ip:127.0.0.1",
                    "-keystore",
                    store(name));
            keytool(
                    "-exportcert",
                    "-alias",
                    name,
                    "-file",
                    folder.resolve(name + ".cer").toString(),
                    "-keystore",
                    store(name));
        }
        keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                "core",
                "-file",
                folder.resolve("core.cer").toString(),
                "-keystore",
                store("trusts-core"));
        keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                "cell",
                "-file",
                folder.resolve("cell.cer").toString(),
                "-keystore",
                store("trusts-cell"));
    }

    @BeforeEach
    void open() throws Exception {
        SSLContext own = FeedCertificates.of(configuration(Map.of(
                        "mangrove.feed.key-store",
                        store("core"),
                        "mangrove.feed.key-store-password",
                        PASSWORD,
                        "mangrove.feed.trust-store",
                        store("trusts-cell"),
                        "mangrove.feed.trust-store-password",
                        PASSWORD)))
                .orElseThrow();
        core = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        core.setHttpsConfigurator(new HttpsConfigurator(own) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = own.getDefaultSSLParameters();
                wanted.setNeedClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
        core.createContext("/feed/enterprises", exchange -> {
            byte[] answer = "[]".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        core.start();
        settings.put("mangrove.client-secret-key", "one-key-for-everything");
        settings.put(
                "mangrove.core.url", "https://127.0.0.1:" + core.getAddress().getPort());
        client.configuration = configuration(settings);
        client.keys = new FeedKeys();
        client.keys.configuration = client.configuration;
    }

    @AfterEach
    void close() {
        client.close();
        core.stop(0);
    }

    @Test
    void a_cell_with_its_certificate_is_let_in() throws Exception {
        trust("trusts-core");
        show("cell");

        assertThat(client.hosted("eu", Map.of("tenant", 1), FeedClient.challenge()))
                .isEmpty();
    }

    @Test
    void a_cell_without_a_certificate_is_not() {
        trust("trusts-core");

        assertThatExceptionOfType(IOException.class).isThrownBy(this::ask).withMessageContaining("cannot be reached");
    }

    @Test
    void nor_is_one_with_a_certificate_that_the_core_does_not_know() {
        trust("trusts-core");
        show("stranger");

        assertThatExceptionOfType(IOException.class).isThrownBy(this::ask).withMessageContaining("cannot be reached");
    }

    @Test
    void a_cell_does_not_speak_to_a_core_that_it_does_not_know() {
        trust("trusts-cell");
        show("cell");

        assertThatExceptionOfType(IOException.class).isThrownBy(this::ask).withMessageContaining("cannot be reached");
    }

    @Test
    void a_store_that_its_password_does_not_open_is_named() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.p12"), "no store");
        settings.put("mangrove.feed.key-store", broken.toString());
        settings.put("mangrove.feed.key-store-password", PASSWORD);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(this::ask)
                .withMessageContaining("mangrove.feed.key-store")
                .withMessageContaining("broken.p12");
    }

    private void ask() throws Exception {
        client.hosted("eu", Map.of(), FeedClient.challenge());
    }

    private void show(String name) {
        settings.put("mangrove.feed.key-store", store(name));
        settings.put("mangrove.feed.key-store-password", PASSWORD);
    }

    private void trust(String name) {
        settings.put("mangrove.feed.trust-store", store(name));
        settings.put("mangrove.feed.trust-store-password", PASSWORD);
    }

    private static String store(String name) {
        return folder.resolve(name + ".p12").toString();
    }

    private static Configuration configuration(Map<String, String> settings) {
        return new Configuration() {
            @Override
            public Optional<String> find(String name) {
                return Optional.ofNullable(settings.get(name));
            }
        };
    }

    private static void keytool(String... arguments) throws Exception {
        List<String> command = Stream.of(
                        List.of(Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString()),
                        List.of(arguments),
                        List.of("-storetype", "PKCS12", "-storepass", PASSWORD))
                .flatMap(List::stream)
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}

package org.mangrove.core.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mangrove.core.blobs.Blobs.Blob;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.blobs.TenantBlobs;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.forwarding.OutgoingStatement.Json;
import org.mangrove.core.forwarding.OutgoingStatement.Ready;
import org.mangrove.core.forwarding.TargetClient.Reply;
import org.mangrove.core.records.NewStatement.Attachment;
import org.mangrove.core.xapi.XapiVersion;
import org.mangrove.sdk.TenantId;

/** Against a real server, which does what it should not. */
class TargetClientTest {

    private static final TenantId TENANT = new TenantId(7);
    private static final UUID ID = new UUID(1, 2);
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final TargetLogin LOGIN = new TargetLogin("somebody", "something");

    private final List<String> asked = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();
    private final List<String> hosts = new ArrayList<>();
    private final TargetClient client = new TargetClient(SSLContexts.createSystemDefault(), Duration.ofSeconds(20));

    @TempDir
    Path folder;

    private HttpServer server = unopened();

    @BeforeEach
    void open() {
        server.start();
        client.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        client.places = places("127.0.0.0/8");
        client.blobs = new TenantBlobs();
    }

    @AfterEach
    void close() {
        server.stop(0);
        client.stop();
    }

    @Test
    void says_who_asks_in_which_version_and_what() {
        answer(exchange -> reply(exchange, 200, "[\"" + ID + "\"]"));

        assertThat(send()).isInstanceOf(SentAway.Taken.class);

        assertThat(asked)
                .containsExactly("POST /xapi/statements Basic c29tZWJvZHk6c29tZXRoaW5n 2.0.0 application/json");
        assertThat(bodies).containsExactly("[{}]");
    }

    @Test
    void goes_nowhere_else_however_it_is_asked_to() {
        answer(exchange -> {
            exchange.getResponseHeaders()
                    .set("Location", address().resolve("/elsewhere").toString());
            reply(exchange, 307, "");
        });

        assertThat(send()).isEqualTo(new SentAway.Later(Trouble.NO_STORE, 307, Optional.empty()));

        assertThat(asked).hasSize(1);
    }

    @Test
    void waits_as_long_as_it_is_told_to_in_seconds_or_until_a_date() {
        answer(exchange -> {
            exchange.getResponseHeaders()
                    .set("Retry-After", asked.size() == 1 ? "17" : "Sun, 22 Nov 2026 12:05:00 GMT");
            reply(exchange, 503, "");
        });

        assertThat(send()).isEqualTo(new SentAway.Later(Trouble.BUSY, 503, Optional.of(Duration.ofSeconds(17))));
        assertThat(send()).isEqualTo(new SentAway.Later(Trouble.BUSY, 503, Optional.of(Duration.ofMinutes(5))));
    }

    @Test
    void reads_a_little_of_what_never_ends() {
        answer(exchange -> {
            exchange.sendResponseHeaders(400, 0);
            var out = exchange.getResponseBody();
            while (true) {
                out.write(new byte[1000]);
            }
        });

        long begun = System.nanoTime();
        Optional<Reply> reply = client.post(address().resolve("/xapi/statements"), LOGIN, "{}");

        assertThat(reply).hasValueSatisfying(got -> assertThat(got.text()).hasSize(TargetClient.MOST_ANSWER));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void does_not_wait_for_what_comes_bit_by_bit() {
        answer(exchange -> {
            exchange.sendResponseHeaders(400, 0);
            var out = exchange.getResponseBody();
            while (true) {
                out.write('.');
                out.flush();
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        });
        var hurried = new TargetClient(SSLContexts.createSystemDefault(), Duration.ofMillis(400));
        hurried.places = client.places;

        assertThat(hurried.send(TENANT, terms(address()), LOGIN, some(List.of())))
                .isEqualTo(new SentAway.Later(Trouble.TOO_SLOW, 0, Optional.empty()));
        hurried.stop();
    }

    @Test
    void a_name_that_leads_nowhere_is_no_answer() {
        client.places = places("127.0.0.0/8", _ -> {
            throw new UnknownHostException();
        });

        assertThat(send()).isEqualTo(new SentAway.Later(Trouble.NO_ANSWER, 0, Optional.empty()));
    }

    @Test
    void goes_to_the_address_that_was_judged_and_asks_the_name_no_more() {
        answer(exchange -> reply(exchange, 204, ""));
        var names = new ArrayList<String>();
        client.places = places("127.0.0.0/8", name -> {
            names.add(name);
            return leadsTo("127.0.0.1");
        });

        assertThat(client.send(TENANT, terms(named("lrs.example.invalid")), LOGIN, some(List.of())))
                .isInstanceOf(SentAway.Taken.class);

        assertThat(names).containsExactly("lrs.example.invalid");
        assertThat(hosts)
                .containsExactly("lrs.example.invalid:" + server.getAddress().getPort());
    }

    @Test
    void a_name_that_leads_into_a_closed_network_now_is_not_followed_on_a_line_that_is_still_open() {
        answer(exchange -> reply(exchange, 204, ""));
        var answers = new ArrayDeque<>(List.of("127.0.0.1", "127.0.0.2"));
        client.places = places("127.0.0.1", _ -> leadsTo(answers.remove()));
        ForwarderTerms terms = terms(named("lrs.example.invalid"));

        assertThat(client.send(TENANT, terms, LOGIN, some(List.of()))).isInstanceOf(SentAway.Taken.class);
        assertThat(client.send(TENANT, terms, LOGIN, some(List.of())))
                .isEqualTo(new SentAway.Later(Trouble.FORBIDDEN_PLACE, 0, Optional.empty()));

        assertThat(asked).hasSize(1);
    }

    @Test
    void a_name_that_has_moved_is_found_where_it_is_now() throws IOException {
        answer(exchange -> reply(exchange, 204, ""));
        var there = new ArrayList<String>();
        HttpServer other = HttpServer.create(
                new InetSocketAddress("127.0.0.2", server.getAddress().getPort()), 0);
        other.createContext("/", exchange -> {
            there.add(exchange.getRequestMethod());
            reply(exchange, 204, "");
        });
        other.start();
        var answers = new ArrayDeque<>(List.of("127.0.0.1", "127.0.0.2"));
        client.places = places("127.0.0.0/8", _ -> leadsTo(answers.remove()));
        ForwarderTerms terms = terms(named("lrs.example.invalid"));

        client.send(TENANT, terms, LOGIN, some(List.of()));
        client.send(TENANT, terms, LOGIN, some(List.of()));

        assertThat(asked).hasSize(1);
        assertThat(there).containsExactly("POST");
        other.stop(0);
    }

    @Test
    void certificate_and_sni_are_those_of_the_name() throws Exception {
        var asks = new ArrayList<String>();
        var certificates = Certificates.of("lrs.example.invalid", folder);
        HttpsServer secure = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(certificates.server()));
        secure.createContext("/", exchange -> {
            var session = (ExtendedSSLSession) ((HttpsExchange) exchange).getSSLSession();
            session.getRequestedServerNames().forEach(name -> asks.add(((SNIHostName) name).getAsciiName()));
            exchange.getRequestBody().readAllBytes();
            reply(exchange, 204, "");
        });
        secure.start();
        var trusting = new TargetClient(certificates.client(), Duration.ofSeconds(20));
        trusting.clock = client.clock;
        trusting.places = places("127.0.0.0/8", _ -> leadsTo("127.0.0.1"));
        int port = secure.getAddress().getPort();

        SentAway right = trusting.send(
                TENANT, terms(URI.create("https://lrs.example.invalid:" + port + "/xapi")), LOGIN, some(List.of()));
        SentAway other = trusting.send(
                TENANT, terms(URI.create("https://other.example.invalid:" + port + "/xapi")), LOGIN, some(List.of()));

        assertThat(right).isInstanceOf(SentAway.Taken.class);
        assertThat(other).isEqualTo(new SentAway.Later(Trouble.NO_ANSWER, 0, Optional.empty()));
        assertThat(asks).containsExactly("lrs.example.invalid");
        trusting.stop();
        secure.stop(0);
    }

    @Test
    void what_is_no_http_is_no_answer() throws IOException {
        try (var garbage = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (var socket = garbage.accept()) {
                    socket.getOutputStream().write("\0\1\2 nonsense\n\n".getBytes(StandardCharsets.ISO_8859_1));
                } catch (IOException over) {
                    asked.add("over");
                }
            });

            assertThat(client.send(
                            TENANT,
                            terms(URI.create("http://127.0.0.1:" + garbage.getLocalPort())),
                            LOGIN,
                            some(List.of())))
                    .isEqualTo(new SentAway.Later(Trouble.NO_ANSWER, 0, Optional.empty()));
        }
    }

    @Test
    void nothing_is_sent_into_a_network_that_nobody_has_opened() {
        client.places = places("");

        assertThat(send()).isEqualTo(new SentAway.Later(Trouble.FORBIDDEN_PLACE, 0, Optional.empty()));

        assertThat(asked).isEmpty();
    }

    @Test
    void files_go_along_each_once() throws IOException {
        answer(exchange -> reply(exchange, 204, ""));
        byte[] content = "a file".getBytes(StandardCharsets.UTF_8);
        Digest digest = Digest.of(content);
        client.blobs = oneBlob(Files.write(folder.resolve("file"), content));
        var file = new Attachment(digest.hex(), "text/plain", digest);

        assertThat(client.send(TENANT, terms(address()), LOGIN, some(List.of(file, file))))
                .isInstanceOf(SentAway.Taken.class);

        assertThat(asked.getFirst()).contains("multipart/mixed; boundary=");
        assertThat(bodies.getFirst())
                .contains("[{}]", "X-Experience-API-Hash: " + digest.hex())
                .containsOnlyOnce("a file");
    }

    private SentAway send() {
        return client.send(TENANT, terms(address()), LOGIN, some(List.of()));
    }

    private static List<Ready> some(List<Attachment> files) {
        return List.of(
                new Ready(ID, ID, Optional.empty(), new Json("{}".getBytes(StandardCharsets.UTF_8)), files, Map.of()));
    }

    private static ForwarderTerms terms(URI endpoint) {
        return new ForwarderTerms(
                "a",
                endpoint,
                XapiVersion.V2_0_0,
                true,
                ForwardingFilter.ALL,
                "",
                "DE",
                "b",
                "c",
                "d",
                Optional.empty());
    }

    private void answer(HttpHandler handler) {
        server.createContext("/", exchange -> {
            hosts.add(exchange.getRequestHeaders().getFirst("Host"));
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            asked.add("%s %s %s %s %s"
                    .formatted(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI(),
                            exchange.getRequestHeaders().getFirst("Authorization"),
                            exchange.getRequestHeaders().getFirst("X-Experience-API-Version"),
                            exchange.getRequestHeaders().getFirst("Content-Type")));
            handler.handle(exchange);
        });
    }

    private static void reply(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/xapi");
    }

    private static HttpServer unopened() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private URI named(String host) {
        return URI.create("http://" + host + ":" + server.getAddress().getPort() + "/xapi");
    }

    private static InetAddress[] leadsTo(String address) throws UnknownHostException {
        return InetAddress.getAllByName(address);
    }

    private static AllowedPlaces places(String networks) {
        return places(networks, InetAddress::getAllByName);
    }

    private static AllowedPlaces places(String networks, AllowedPlaces.Lookup names) {
        var places = new AllowedPlaces(names);
        places.configuration = new Configuration() {
            @Override
            public Optional<String> find(String name) {
                return Optional.of(networks).filter(here -> name.equals(AllowedPlaces.SETTING));
            }
        };
        return places;
    }

    private static TenantBlobs oneBlob(Path file) {
        return new TenantBlobs() {
            @Override
            public Optional<Blob> find(TenantId tenant, Digest digest) {
                return Optional.of(new Blob(file, 6));
            }
        };
    }
}

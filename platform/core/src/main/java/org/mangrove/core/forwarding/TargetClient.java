package org.mangrove.core.forwarding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.EntityTemplate;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.mangrove.core.blobs.Blobs.Blob;
import org.mangrove.core.blobs.TenantBlobs;
import org.mangrove.core.forwarding.AllowedPlaces.Objection;
import org.mangrove.core.forwarding.AllowedPlaces.Verdict.Allowed;
import org.mangrove.core.forwarding.AllowedPlaces.Verdict.Objected;
import org.mangrove.core.forwarding.OutgoingStatement.Ready;
import org.mangrove.core.network.OutgoingHttp;
import org.mangrove.core.records.NewStatement.Attachment;
import org.mangrove.core.xapi.MultipartWriter;
import org.mangrove.sdk.TenantId;

/**
 * Speaks with record stores elsewhere, which are believed in nothing: each request has an end, of each answer a little is read, and
 * where it would like us to go instead is not looked at.
 *
 * <p>A name is looked up once for each request, by {@link AllowedPlaces}, and the connection is made to the address that was
 * judged; what the name says to somebody else a moment later does not count. Certificate, SNI and {@code Host} are those of the
 * name.
 */
@ApplicationScoped
class TargetClient {

    static final Duration LONGEST_REQUEST = Duration.ofSeconds(30);
    static final int MOST_ANSWER = 256_000;
    private static final Duration TO_CONNECT = Duration.ofSeconds(10);
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST_CONNECTIONS = 64;
    private static final int LONGEST_TOLD = 500;

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    AllowedPlaces places;

    @Inject
    TenantBlobs blobs;

    @Inject
    Clock clock;

    private final CloseableHttpClient client;
    private final Duration longest;

    TargetClient() {
        this(SSLContexts.createSystemDefault(), LONGEST_REQUEST);
    }

    /** @param trust whose certificates are believed */
    TargetClient(SSLContext trust, Duration longest) {
        this.longest = longest;
        client = new OutgoingHttp(
                        "Mangrove",
                        trust,
                        TO_CONNECT,
                        ConnectionConfig.custom()
                                .setSocketTimeout(Timeout.of(longest))
                                .setTimeToLive(TimeValue.of(KEPT))
                                .setValidateAfterInactivity(TimeValue.ofSeconds(1)),
                        MOST_CONNECTIONS)
                .client();
    }

    /** What came back, as far as it was read. */
    record Reply(int status, String text, Optional<Duration> asked) {}

    /** Either an answer, or why there is none. */
    private record Told(Optional<Reply> reply, Trouble trouble) {

        static Told nothing(Trouble why) {
            return new Told(Optional.empty(), why);
        }
    }

    SentAway send(TenantId tenant, ForwarderTerms terms, TargetLogin login, List<Ready> some) {
        Body body = body(tenant, some);
        var asked = new HttpPost(terms.statements());
        asked.setHeader("X-Experience-API-Version", terms.version().text());
        Told told = ask(asked, terms.statements(), login, body);
        return told.reply()
                .map(reply -> meaning(reply, some))
                .orElseGet(() -> new SentAway.Later(told.trouble(), 0, Optional.empty()));
    }

    /** Sends a document, as it is, and gives what came back; empty if nothing did. */
    Optional<Reply> post(URI address, TargetLogin login, String json) {
        var body = new Body("application/json", List.of(Part.of(json.getBytes(StandardCharsets.UTF_8))));
        return ask(new HttpPost(address), address, login, body).reply();
    }

    private Told ask(HttpPost asked, URI address, TargetLogin login, Body body) {
        return switch (places.judge(address)) {
            case Allowed(InetAddress at) -> ask(asked, at(address, at), login, body);
            case Objected(Objection why) ->
                Told.nothing(why == Objection.UNKNOWN_HOST ? Trouble.NO_ANSWER : Trouble.FORBIDDEN_PLACE);
        };
    }

    /** The name for certificate and {@code Host}, the address for the connection. */
    private static HttpHost at(URI address, InetAddress at) {
        return new HttpHost(
                address.getScheme().toLowerCase(Locale.ROOT),
                at,
                address.getHost().replaceAll("^\\[|]$", ""),
                address.getPort());
    }

    private Told ask(HttpPost asked, HttpHost at, TargetLogin login, Body body) {
        login.basic().ifPresent(basic -> asked.setHeader("Authorization", basic));
        asked.setHeader("Accept", "application/json");
        asked.setHeader("Content-Type", body.contentType());
        asked.setEntity(body.entity());
        var late = new CompletableFuture<Boolean>().completeOnTimeout(true, longest.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<Void> cut = late.thenAccept(isLate -> {
            if (isLate) {
                asked.abort();
            }
        });
        try {
            ClassicHttpResponse response = client.executeOpen(at, asked, null);
            try {
                return new Told(Optional.of(read(asked, response)), Trouble.FAILED);
            } finally {
                hangUp(response);
            }
        } catch (SocketTimeoutException silent) {
            return Told.nothing(Trouble.TOO_SLOW);
        } catch (IOException failed) {
            return Told.nothing(late.getNow(false) ? Trouble.TOO_SLOW : Trouble.NO_ANSWER);
        } finally {
            late.complete(false);
            cut.join();
        }
    }

    /** However that goes, what was heard has been heard. */
    private static void hangUp(ClassicHttpResponse response) {
        Closer.closeQuietly(response);
    }

    /** Reads a little. Whoever sends without end fills nobody's memory: the line is cut. */
    private Reply read(HttpPost asked, ClassicHttpResponse response) throws IOException {
        byte[] text = new byte[0];
        if (response.getEntity() != null) {
            InputStream content = response.getEntity().getContent();
            text = content.readNBytes(MOST_ANSWER);
            if (text.length == MOST_ANSWER) {
                asked.abort();
            }
        }
        return new Reply(
                response.getCode(),
                new String(text, StandardCharsets.UTF_8),
                Optional.ofNullable(response.getFirstHeader("Retry-After"))
                        .map(Header::getValue)
                        .flatMap(this::patience));
    }

    /** Seconds, or a date. */
    private Optional<Duration> patience(String header) {
        String text = header.strip();
        try {
            if (text.matches("\\d{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
            }
            Instant until = DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
            return Optional.of(Duration.between(clock.instant(), until)).filter(time -> !time.isNegative());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    static SentAway meaning(Reply reply, List<Ready> some) {
        int status = reply.status();
        return switch (status) {
            case 204 -> new SentAway.Taken();
            case 200 ->
                names(reply.text(), some)
                        ? new SentAway.Taken()
                        : new SentAway.Later(Trouble.NO_STORE, status, reply.asked());
            case 409 -> new SentAway.AlreadyThere();
            case 400, 413, 415, 422 -> new SentAway.Refused(status, shortened(reply.text()));
            case 401, 403 -> new SentAway.TurnedAway(status);
            case 408, 429, 503 -> new SentAway.Later(Trouble.BUSY, status, reply.asked());
            default -> new SentAway.Later(status >= 500 ? Trouble.FAILED : Trouble.NO_STORE, status, reply.asked());
        };
    }

    /** Whether an answer has all the ids that were sent: a page of somebody's proxy has not. */
    private static boolean names(String text, List<Ready> some) {
        try {
            JsonNode ids = JSON.readTree(text);
            Set<String> named = new HashSet<>();
            if (ids.isArray()) {
                ids.forEach(id -> named.add(id.asText()));
            }
            return some.stream()
                    .allMatch(ready -> named.contains(ready.statement().toString()));
        } catch (JsonProcessingException garbage) {
            return false;
        }
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.substring(0, Math.min(LONGEST_TOLD, line.length()));
    }

    /** A piece of what is sent, which can be sent again. */
    private interface Part {

        long length();

        void to(OutputStream out) throws IOException;

        static Part of(byte[] bytes) {
            return new Part() {
                @Override
                public long length() {
                    return bytes.length;
                }

                @Override
                public void to(OutputStream out) throws IOException {
                    out.write(bytes);
                }
            };
        }

        static Part of(Blob blob) {
            return new Part() {
                @Override
                public long length() {
                    return blob.length();
                }

                @Override
                public void to(OutputStream out) throws IOException {
                    Files.copy(blob.file(), out);
                }
            };
        }
    }

    private record Body(String contentType, List<Part> parts) {

        HttpEntity entity() {
            return new EntityTemplate(parts.stream().mapToLong(Part::length).sum(), null, out -> {
                for (Part part : parts) {
                    part.to(out);
                }
            });
        }
    }

    private Body body(TenantId tenant, List<Ready> some) {
        byte[] json = array(some);
        List<Attachment> files = some.stream()
                .flatMap(ready -> ready.files().stream())
                .distinct()
                .toList();
        return files.isEmpty() ? new Body("application/json", List.of(Part.of(json))) : multipart(tenant, json, files);
    }

    /** Files go from the object store to the line: they are never in memory whole. */
    private Body multipart(TenantId tenant, byte[] json, List<Attachment> files) {
        var parts = new ArrayList<Part>();
        var between = new ByteArrayOutputStream();
        var sent = new HashSet<String>();
        var writer = new MultipartWriter(between);
        try {
            writer.statements().write(json);
            for (Attachment file : files) {
                if (sent.add(file.sha2())) {
                    writer.attachment(file.sha2(), file.contentType());
                    parts.add(Part.of(between.toByteArray()));
                    between.reset();
                    parts.add(Part.of(blobs.find(tenant, file.digest()).orElseThrow()));
                }
            }
            writer.close();
            parts.add(Part.of(between.toByteArray()));
            return new Body(writer.contentType(), parts);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static byte[] array(List<Ready> some) {
        var array = new ByteArrayOutputStream();
        String before = "[";
        for (Ready ready : some) {
            array.writeBytes(before.getBytes(StandardCharsets.UTF_8));
            array.writeBytes(ready.json().utf8());
            before = ",";
        }
        array.write(']');
        return array.toByteArray();
    }

    @PreDestroy
    void stop() {
        client.close(CloseMode.IMMEDIATE);
    }
}

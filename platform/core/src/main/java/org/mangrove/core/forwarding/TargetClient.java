package org.mangrove.core.forwarding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mangrove.core.blobs.TenantBlobs;
import org.mangrove.core.forwarding.OutgoingStatement.Ready;
import org.mangrove.core.records.NewStatement.Attachment;
import org.mangrove.core.xapi.MultipartWriter;
import org.mangrove.sdk.TenantId;

/**
 * Speaks with record stores elsewhere, which are believed in nothing: each request has an end, of each answer a little is read, and
 * where it would like us to go instead is not looked at.
 */
@ApplicationScoped
class TargetClient {

    static final Duration LONGEST_REQUEST = Duration.ofSeconds(30);
    static final int MOST_ANSWER = 256_000;
    private static final Duration TO_CONNECT = Duration.ofSeconds(10);
    private static final int LONGEST_TOLD = 500;

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    AllowedPlaces places;

    @Inject
    TenantBlobs blobs;

    @Inject
    Clock clock;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(TO_CONNECT)
            .build();

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
        Told told = ask(
                HttpRequest.newBuilder(terms.statements())
                        .header("Content-Type", body.contentType())
                        .header("X-Experience-API-Version", terms.version().text())
                        .POST(body.content()),
                terms.statements(),
                login);
        return told.reply()
                .map(reply -> meaning(reply, some))
                .orElseGet(() -> new SentAway.Later(told.trouble(), 0, Optional.empty()));
    }

    /** Sends a document, as it is, and gives what came back; empty if nothing did. */
    Optional<Reply> post(URI address, TargetLogin login, String json) {
        return ask(
                        HttpRequest.newBuilder(address)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(json)),
                        address,
                        login)
                .reply();
    }

    private Told ask(HttpRequest.Builder asked, URI address, TargetLogin login) {
        if (places.objectionTo(address)
                .filter(what -> what != AllowedPlaces.Objection.UNKNOWN_HOST)
                .isPresent()) {
            return Told.nothing(Trouble.FORBIDDEN_PLACE);
        }
        login.basic().ifPresent(basic -> asked.header("Authorization", basic));
        HttpRequest request = asked.timeout(LONGEST_REQUEST)
                .header("Accept", "application/json")
                .header("User-Agent", "Mangrove")
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, info -> new LittleBody(MOST_ANSWER));
        try {
            HttpResponse<byte[]> response = answer.get(LONGEST_REQUEST.toMillis(), TimeUnit.MILLISECONDS);
            return new Told(
                    Optional.of(new Reply(
                            response.statusCode(),
                            new String(response.body(), StandardCharsets.UTF_8),
                            response.headers().firstValue("Retry-After").flatMap(this::patience))),
                    Trouble.FAILED);
        } catch (TimeoutException late) {
            answer.cancel(true);
            return Told.nothing(Trouble.TOO_SLOW);
        } catch (ExecutionException failed) {
            return Told.nothing(
                    failed.getCause() instanceof HttpTimeoutException ? Trouble.TOO_SLOW : Trouble.NO_ANSWER);
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return Told.nothing(Trouble.NO_ANSWER);
        }
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

    private record Body(String contentType, BodyPublisher content) {}

    private Body body(TenantId tenant, List<Ready> some) {
        byte[] json = array(some);
        List<Attachment> files = some.stream()
                .flatMap(ready -> ready.files().stream())
                .distinct()
                .toList();
        return files.isEmpty()
                ? new Body("application/json", BodyPublishers.ofByteArray(json))
                : multipart(tenant, json, files);
    }

    /** Files go from the object store to the line: they are never in memory whole. */
    private Body multipart(TenantId tenant, byte[] json, List<Attachment> files) {
        var parts = new ArrayList<BodyPublisher>();
        var between = new ByteArrayOutputStream();
        var sent = new HashSet<String>();
        var writer = new MultipartWriter(between);
        try {
            writer.statements().write(json);
            for (Attachment file : files) {
                if (sent.add(file.sha2())) {
                    writer.attachment(file.sha2(), file.contentType());
                    parts.add(BodyPublishers.ofByteArray(between.toByteArray()));
                    between.reset();
                    parts.add(BodyPublishers.ofFile(
                            blobs.find(tenant, file.digest()).orElseThrow().file()));
                }
            }
            writer.close();
            parts.add(BodyPublishers.ofByteArray(between.toByteArray()));
            return new Body(writer.contentType(), BodyPublishers.concat(parts.toArray(BodyPublisher[]::new)));
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
        client.shutdownNow();
    }
}

package org.mangrove.core.publication;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.Enterprise;

/**
 * Asks the core over HTTP, with the cell's credential and, where the node was given one, a certificate of its own.
 *
 * <p>An answer must come in whole within its time and size: a core that hangs in the middle of one is a core that cannot be
 * reached.
 */
@ApplicationScoped
public class FeedClient {

    static final String CHALLENGE = "Mangrove-Challenge";
    static final String SCHEMAS = "Mangrove-Schemas";

    private static final TypeReference<List<Hosted>> HOSTED = new TypeReference<>() {};
    private static final long PATIENCE_SECONDS = 20;
    private static final Duration PATIENCE_FOR_A_BLOB = Duration.ofMinutes(5);
    private static final long LARGEST_ANSWER = 64L << 20;
    private static final long LARGEST_BLOB = 256L << 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    Configuration configuration;

    @Inject
    FeedKeys keys;

    private final AtomicReference<@Nullable HttpClient> open = new AtomicReference<>();

    /**
     * An enterprise that a cell hosts, and where its feed ends.
     *
     * @param leaves by which the cell knows whether they are others; empty if the core knows of none yet
     */
    public record Hosted(Enterprise enterprise, FeedHead head, Optional<String> leaves) {}

    /** Something never seen before, for the core to sign with its answer. */
    static String challenge() {
        byte[] drawn = new byte[16];
        RANDOM.nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }

    /** @param schemas what this cell understands, told to the core on this occasion */
    public List<Hosted> hosted(String cell, Map<String, Integer> schemas, String challenge)
            throws IOException, InterruptedException {
        String told = schemas.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(","));
        byte[] answer = get(
                request(cell, "/feed/enterprises").header(CHALLENGE, challenge).header(SCHEMAS, told),
                patience(),
                LARGEST_ANSWER);
        try {
            return Definitions.read(text(answer), HOSTED);
        } catch (IllegalArgumentException unreadable) {
            throw new BrokenFeed("the list of enterprises cannot be read", unreadable);
        }
    }

    public Feed.Answer after(String cell, Enterprise enterprise, FeedHead position, String challenge)
            throws IOException, InterruptedException {
        String path = "/feed/enterprises/%s/entries?epoch=%s&after=%d&hash=%s"
                .formatted(enterprise.slug(), position.epoch(), position.number(), position.hash());
        byte[] answer = get(request(cell, path).header(CHALLENGE, challenge), patience(), LARGEST_ANSWER);
        try {
            return Definitions.read(text(answer), Feed.Answer.class);
        } catch (IllegalArgumentException unreadable) {
            throw new BrokenFeed("the entries cannot be read", unreadable);
        }
    }

    /** @return the blob's bytes; not verified yet */
    public byte[] blob(String cell, Enterprise enterprise, String digest) throws IOException, InterruptedException {
        return get(
                request(cell, "/feed/enterprises/%s/blobs/%s".formatted(enterprise.slug(), digest)),
                PATIENCE_FOR_A_BLOB,
                LARGEST_BLOB);
    }

    /** What the core lets the cell read until it is taken back. */
    Leaves.Bunch leaves(String cell, Enterprise enterprise) throws IOException, InterruptedException {
        byte[] answer = get(
                request(cell, "/feed/enterprises/%s/leaves".formatted(enterprise.slug())), patience(), LARGEST_ANSWER);
        try {
            return Definitions.read(text(answer), Leaves.Bunch.class);
        } catch (IllegalArgumentException unreadable) {
            throw new BrokenFeed("the leaves cannot be read", unreadable);
        }
    }

    /**
     * @return whether the core has taken it; if not, it makes no sense to it, and would not later
     * @throws IOException if the core cannot be reached, or not now
     */
    public boolean tell(String cell, Enterprise enterprise, List<Tiding> tidings)
            throws IOException, InterruptedException {
        HttpRequest.Builder wanted = request(cell, "/feed/enterprises/%s/tidings".formatted(enterprise.slug()))
                .header("Content-Type", "application/json")
                // what is sent in an upgrade to HTTP/2 has to fit into memory there at once
                .version(HttpClient.Version.HTTP_1_1)
                .POST(HttpRequest.BodyPublishers.ofString(Definitions.write(tidings)));
        HttpResponse<byte[]> response = answer(wanted, patience(), LARGEST_ANSWER);
        if (response.statusCode() == 400) {
            return false;
        }
        mustBe(204, response);
        return true;
    }

    @PreDestroy
    void close() {
        Optional.ofNullable(open.getAndSet(null)).ifPresent(HttpClient::shutdownNow);
    }

    private Duration patience() {
        return Duration.ofSeconds(configuration.findSeconds("mangrove.feed.patience-seconds", PATIENCE_SECONDS));
    }

    private HttpRequest.Builder request(String cell, String path) {
        return HttpRequest.newBuilder(URI.create(configuration.coreUrl() + path))
                .header("Authorization", "Mangrove-Cell " + cell + ":" + keys.credentialOf(cell))
                .GET();
    }

    private byte[] get(HttpRequest.Builder wanted, Duration patience, long largest)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> response = answer(wanted, patience, largest);
        mustBe(200, response);
        return response.body();
    }

    private static void mustBe(int status, HttpResponse<byte[]> response) throws IOException {
        if (response.statusCode() != status) {
            throw new IOException("the core answered " + response.statusCode() + " for "
                    + response.uri().getPath());
        }
    }

    /** The request's own time-out ends with the first byte of the answer; this one with the last. */
    private HttpResponse<byte[]> answer(HttpRequest.Builder wanted, Duration patience, long largest)
            throws IOException, InterruptedException {
        HttpRequest request = wanted.build();
        String path = request.uri().getPath();
        CompletableFuture<HttpResponse<byte[]>> asked =
                http().sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), largest));
        try {
            return asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException hangs) {
            throw new IOException(
                    "the core did not end its answer within " + patience.toSeconds() + " s for " + path, hangs);
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            String why = cause == null ? "" : cause.getClass().getSimpleName();
            throw new IOException("the core cannot be reached (" + why + ")", failed);
        } finally {
            asked.cancel(true);
        }
    }

    private HttpClient http() {
        HttpClient there = open.get();
        if (there != null) {
            return there;
        }
        HttpClient.Builder builder = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(3))
                .followRedirects(HttpClient.Redirect.NEVER);
        FeedCertificates.of(configuration).ifPresent(builder::sslContext);
        HttpClient made = builder.build();
        if (open.compareAndSet(null, made)) {
            return made;
        }
        made.close();
        return http();
    }

    private static String text(byte[] answer) {
        return new String(answer, StandardCharsets.UTF_8);
    }
}

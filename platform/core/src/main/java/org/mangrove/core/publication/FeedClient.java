package org.mangrove.core.publication;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.Enterprise;

/** Asks the core over HTTP, with the cell's credential. */
@ApplicationScoped
public class FeedClient {

    private static final TypeReference<List<Hosted>> HOSTED = new TypeReference<>() {};
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    Configuration configuration;

    @Inject
    FeedKeys keys;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(3))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** An enterprise that a cell hosts, and where its feed ends. */
    public record Hosted(Enterprise enterprise, FeedHead head) {}

    public List<Hosted> hosted(String cell) throws IOException, InterruptedException {
        return Definitions.read(get(cell, "/feed/enterprises"), HOSTED);
    }

    public Feed.Answer after(String cell, Enterprise enterprise, FeedHead position)
            throws IOException, InterruptedException {
        return Definitions.read(
                get(
                        cell,
                        "/feed/enterprises/%s/entries?epoch=%s&after=%d&hash=%s"
                                .formatted(enterprise.slug(), position.epoch(), position.number(), position.hash())),
                Feed.Answer.class);
    }

    /** @return the blob's bytes; not verified yet */
    public byte[] blob(String cell, Enterprise enterprise, String digest) throws IOException, InterruptedException {
        var response = http.send(
                request(cell, "/feed/enterprises/%s/blobs/%s".formatted(enterprise.slug(), digest)),
                BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException("The core answered " + response.statusCode() + " for blob " + digest);
        }
        return response.body();
    }

    private String get(String cell, String path) throws IOException, InterruptedException {
        var response = http.send(request(cell, path), BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(
                    "The core answered " + response.statusCode() + " for " + path.replaceAll("\\?.*", ""));
        }
        return response.body();
    }

    private HttpRequest request(String cell, String path) {
        return HttpRequest.newBuilder(URI.create(configuration.coreUrl() + path))
                .timeout(PATIENCE)
                .header("Authorization", "Mangrove-Cell " + cell + ":" + keys.credentialOf(cell))
                .GET()
                .build();
    }
}

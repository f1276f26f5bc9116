package org.mangrove.journeys;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Another system that uses a tenant's learning record store, in one version of xAPI. For any number of threads. */
final class RecordStore implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI root;
    private final String credential;
    private final String version;

    /** What came back, with its headers. */
    record Reply(HttpResponse<byte[]> response) {

        int status() {
            return response.statusCode();
        }

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        @Override
        public String toString() {
            return "%s %s: %d %s"
                    .formatted(response.request().method(), response.request().uri(), status(), text());
        }
    }

    private RecordStore(URI root, String credential, String version) {
        this.root = root;
        this.credential = credential;
        this.version = version;
    }

    /** The store of a tenant, by a credential of its own that may do {@code scopes}, as in {@code "state", "profile"}. */
    static RecordStore of(WholeStack.Site site, Operator operator, String tenant, String version, String scopes) {
        Answer made = operator.post(
                        "/operator/api/tenants/" + tenant + "/xapi-credentials",
                        "application/json",
                        "{\"scopes\":[%s],\"limit\":null}".formatted(scopes))
                .must();
        String credential = Parties.basic(made.text("key"), made.text("secret"));
        return new RecordStore(site.url().resolve("/xapi/"), credential, version);
    }

    /** What is in the header {@code Authorization} says whose store it is. */
    static RecordStore shown(WholeStack.Site site, String credential, String version) {
        return new RecordStore(site.url().resolve("/xapi/"), credential, version);
    }

    /** The same system, which asks at the address of a tenant. */
    RecordStore at(String tenant) {
        return new RecordStore(root.resolve("/t/" + tenant + "/xapi/"), credential, version);
    }

    /** The same system, which speaks another version. */
    RecordStore speaking(String other) {
        return new RecordStore(root, credential, other);
    }

    static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    Reply get(String path, String... headers) {
        return ask("GET", path, BodyPublishers.noBody(), headers);
    }

    Reply delete(String path, String... headers) {
        return ask("DELETE", path, BodyPublishers.noBody(), headers);
    }

    Reply put(String path, String body, String... headers) {
        return ask("PUT", path, BodyPublishers.ofString(body), headers);
    }

    Reply post(String path, String body, String... headers) {
        return ask("POST", path, BodyPublishers.ofString(body), headers);
    }

    Reply ask(String method, String path, BodyPublisher body, String... headers) {
        var asked = HttpRequest.newBuilder(root.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", credential)
                .method(method, body);
        if (!version.isEmpty()) {
            asked.header("X-Experience-API-Version", version);
        }
        for (int i = 0; i < headers.length; i += 2) {
            asked.setHeader(headers[i], headers[i + 1]);
        }
        try {
            return new Reply(client.send(asked.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException failed) {
            throw new NoAnswer(root.resolve(path), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}

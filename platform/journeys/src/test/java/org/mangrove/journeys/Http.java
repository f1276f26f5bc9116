package org.mangrove.journeys;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Sends what is asked, waits for what comes back, goes nowhere by itself and keeps nothing but its connections. */
final class Http implements AutoCloseable {

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** By a connection of its own, which no earlier end of the other side has broken. */
    static Answer once(HttpRequest asked) {
        try (var http = new Http()) {
            return http.send(asked);
        }
    }

    /** @throws NoAnswer if nothing came back */
    Answer send(HttpRequest asked) {
        try {
            return Answer.of(client.send(asked, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException failed) {
            throw new NoAnswer(asked.uri(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /** Sends the same twice at the same moment. */
    List<Answer> sendTwice(HttpRequest asked) {
        CompletableFuture<HttpResponse<byte[]>> first =
                client.sendAsync(asked, HttpResponse.BodyHandlers.ofByteArray());
        CompletableFuture<HttpResponse<byte[]>> second =
                client.sendAsync(asked, HttpResponse.BodyHandlers.ofByteArray());
        try {
            return List.of(Answer.of(first.join()), Answer.of(second.join()));
        } catch (CompletionException lost) {
            throw new NoAnswer(asked.uri(), lost);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}

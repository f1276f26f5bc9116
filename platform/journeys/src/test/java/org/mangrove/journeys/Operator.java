package org.mangrove.journeys;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.mangrove.launcher.Stack;

/** Somebody who runs the platform and asks its interface for operators. */
final class Operator implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Stack stack;

    Operator(Stack stack) {
        this.stack = stack;
    }

    /** What came back. */
    record Answer(int status, String text) {

        Answer mustBeDone() {
            if (status >= 300) {
                throw new AssertionError(status + " " + text);
            }
            return this;
        }
    }

    /** @throws IOException if nothing came back: what was asked for may have been done, or not */
    Answer post(String path, String type, byte[] body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(stack.node().url().resolve("/operator/api" + path))
                        .timeout(Duration.ofMinutes(2))
                        .header("Authorization", "Bearer " + stack.keycloak().operatorToken())
                        .header("Content-Type", type)
                        .header("Accept", "text/plain, application/json;q=0.5")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new Answer(answer.statusCode(), answer.body());
    }

    @Override
    public void close() {
        http.close();
    }
}

package org.mangrove.launcher;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** A running system's interface for operators, spoken to with the operator's own credential. */
final class OperatorApi {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final URI node;
    private final URI keycloak;
    private final Login operator;

    OperatorApi(URI node, URI keycloak, Login operator) {
        this.node = node;
        this.keycloak = keycloak;
        this.operator = operator;
    }

    /** What the system said, with a status below 300 if it did what was asked. */
    record Answer(int status, String text) {

        boolean isDone() {
            return status < 300;
        }

        /** The text, unless it is a page for browsers. */
        String words() {
            return text.stripLeading().startsWith("<") ? "It answered " + status + "." : text.strip();
        }
    }

    /** Whom it speaks to. */
    URI node() {
        return node;
    }

    Answer post(String path, String type, byte[] body) {
        return send("POST", path, type, HttpRequest.BodyPublishers.ofByteArray(body));
    }

    Answer get(String path) {
        return send("GET", path, "", HttpRequest.BodyPublishers.noBody());
    }

    /** Keeps what comes in a file, if it is what was asked for; else the answer says why not. */
    Answer download(String path, Path file) {
        return ask("GET", path, "", HttpRequest.BodyPublishers.noBody(), response -> {
            if (response.statusCode() != 200) {
                return BodySubscribers.mapping(BodySubscribers.ofString(StandardCharsets.UTF_8), text -> text);
            }
            return BodySubscribers.mapping(BodySubscribers.ofFile(file), Path::toString);
        });
    }

    Answer delete(String path) {
        return send("DELETE", path, "", HttpRequest.BodyPublishers.noBody());
    }

    private Answer send(String method, String path, String type, HttpRequest.BodyPublisher body) {
        return ask(method, path, type, body, HttpResponse.BodyHandlers.ofString());
    }

    private Answer ask(
            String method,
            String path,
            String type,
            HttpRequest.BodyPublisher body,
            HttpResponse.BodyHandler<String> read) {
        try (var admin = new KeycloakAdmin(keycloak, operator);
                HttpClient http = HttpClient.newBuilder()
                        .connectTimeout(Duration.ofSeconds(5))
                        .build()) {
            var request = HttpRequest.newBuilder(node.resolve(path))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + admin.token(Keycloak.OPERATORS))
                    .header("Accept", "text/plain, application/json;q=0.5")
                    .method(method, body);
            if (!type.isEmpty()) {
                request.header("Content-Type", type);
            }
            HttpResponse<String> response = http.send(request.build(), read);
            return new Answer(response.statusCode(), response.body());
        } catch (ConnectException nobodyThere) {
            throw new Trouble(
                    "Nobody answers at %s: start Mangrove with ./mangrove run first.".formatted(node), nobodyThere);
        } catch (IOException failed) {
            throw new Trouble(
                    "%s could not be asked (%s): is it running?".formatted(node.resolve(path), failed.getMessage()),
                    failed);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new Trouble("Stopped while waiting for an answer.", hurried);
        }
    }
}

package org.mangrove.journeys;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.mangrove.launcher.Stack;

/** Somebody who runs the platform: asks a node as its operators do, and Keycloak as its administrator does. */
final class Operator {

    private static final String ACCEPTED = "application/json, text/plain;q=0.9, */*;q=0.5";

    /** Shorter than Keycloak lets it be good for. */
    private static final Duration TOKEN_IS_SHOWN_FOR = Duration.ofSeconds(20);

    private final Stack stack;
    private final URI node;
    private Optional<Shown> shown = Optional.empty();

    private record Shown(String token, long since) {

        boolean isFresh() {
            return System.nanoTime() - since < TOKEN_IS_SHOWN_FOR.toNanos();
        }
    }

    Operator(Stack stack) {
        this(stack, stack.node().url());
    }

    private Operator(Stack stack, URI node) {
        this.stack = stack;
        this.node = node;
    }

    /** The same person, who asks another node. */
    Operator at(WholeStack.Site other) {
        var there = new Operator(stack, other.url());
        there.shown = shown;
        return there;
    }

    Answer get(String path) {
        return ask("GET", path, "", new byte[0]);
    }

    Answer post(String path) {
        return ask("POST", path, "", new byte[0]);
    }

    Answer post(String path, String type, String body) {
        return post(path, type, body.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws NoAnswer if nothing came back */
    Answer post(String path, String type, byte[] body) {
        return ask("POST", path, type, body);
    }

    Answer delete(String path) {
        return ask("DELETE", path, "", new byte[0]);
    }

    /** What shows that it is an operator who asks. */
    String token() {
        long now = System.nanoTime();
        Shown fresh = shown.filter(Shown::isFresh)
                .orElseGet(() -> new Shown(stack.keycloak().operatorToken(), now));
        shown = Optional.of(fresh);
        return fresh.token();
    }

    /** Asks Keycloak's interface for administrators, in the name of the one who has made all realms. */
    Answer atKeycloak(String method, String path, String json) {
        URI keycloak = stack.keycloak().url();
        String administrator =
                new TokenEndpoint(keycloak, "master").tokenOf(stack.keycloak().provisioner());
        return send(
                method,
                keycloak.resolve(path),
                administrator,
                "application/json",
                json.getBytes(StandardCharsets.UTF_8));
    }

    private Answer ask(String method, String path, String type, byte[] body) {
        return send(method, node.resolve(path), token(), type, body);
    }

    private static Answer send(String method, URI address, String token, String type, byte[] body) {
        var asked = HttpRequest.newBuilder(address)
                .timeout(Program.PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Accept", ACCEPTED)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        if (!type.isEmpty()) {
            asked.header("Content-Type", type);
        }
        return Http.once(asked.build());
    }
}

package org.mangrove.journeys;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A record store elsewhere that answers as a test wants it to, and remembers what it was sent. */
final class ScriptedStore implements AutoCloseable {

    private static final Pattern ID = Pattern.compile("\\{\"id\":\"([0-9a-f-]{36})\"");

    private final HttpServer server;
    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
    private final List<String> arrived = Collections.synchronizedList(new ArrayList<>());
    private volatile Function<Request, Reply> answers = Request::taken;

    /** @param ids of the statements in it, in order */
    record Request(String path, String authorization, String contentType, String body, List<String> ids) {

        /** As a store answers that has taken all of it. */
        Reply taken() {
            return new Reply(200, ids.stream().map(id -> '"' + id + '"').collect(Collectors.joining(",", "[", "]")));
        }
    }

    /** @param headers names and values by turns */
    record Reply(int status, String body, String... headers) {}

    private ScriptedStore(HttpServer server) {
        this.server = server;
    }

    static ScriptedStore open() {
        return openAt(0);
    }

    /** Where one has been closed: the same store, started again, that remembers nothing. */
    static ScriptedStore openAt(int port) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
            server.setExecutor(Executors.newCachedThreadPool());
            var store = new ScriptedStore(server);
            server.createContext("/", store::handle);
            server.start();
            return store;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void answer(Function<Request, Reply> how) {
        answers = how;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/xapi/");
    }

    /** Ids of statements that were taken, in the order of arrival, as often as they came. */
    List<String> arrived() {
        return List.copyOf(arrived);
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var request = new Request(
                exchange.getRequestURI().getPath(),
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
                body,
                ID.matcher(body).results().map(found -> found.group(1)).toList());
        Reply reply = answers.apply(request);
        requests.add(request);
        for (int i = 0; i < reply.headers().length; i += 2) {
            exchange.getResponseHeaders().set(reply.headers()[i], reply.headers()[i + 1]);
        }
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        if (reply.status() == 200) {
            arrived.addAll(request.ids());
        }
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

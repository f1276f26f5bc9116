package org.mangrove.core.audit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on loopback that answers as servers of the world do: what each address does is known here, and not by its name. */
final class LinkServer implements AutoCloseable {

    private static final int SLOW_MS = 400;
    private static final int FOR_EVER_MS = 20_000;

    /** What comes of going somewhere. */
    enum Answer {
        THERE,
        REDIRECTED,
        REDIRECTED_THREE_TIMES,
        NO_HEAD,
        HEAD_NOT_FOUND,
        FOR_MEMBERS,
        SLOW,
        FIRST_IN_TROUBLE,
        NEVER,
        NOT_FOUND,
        GONE,
        REDIRECTED_TO_NOTHING,
        IN_CIRCLES,
        REFUSED
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<String, Boolean> wasAsked = new ConcurrentHashMap<>();
    private final int nobody;

    LinkServer() {
        try {
            InetAddress loopback = InetAddress.getLoopbackAddress();
            server = HttpServer.create(new InetSocketAddress(loopback, 0), 200);
            server.setExecutor(threads);
            server.createContext("/", this::answer);
            server.start();
            try (var closed = new ServerSocket(0, 1, loopback)) {
                nobody = closed.getLocalPort();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** @param path begins with a slash */
    String address(String path, Answer answer) {
        answers.put(path, answer);
        int port = answer == Answer.REFUSED ? nobody : server.getAddress().getPort();
        return "http://127.0.0.1:" + port + path;
    }

    void forget() {
        answers.clear();
        wasAsked.clear();
    }

    private void answer(HttpExchange asked) throws IOException {
        try (asked) {
            String path = asked.getRequestURI().getPath();
            boolean isHead = asked.getRequestMethod().equals("HEAD");
            switch (answers.getOrDefault(path, step(path))) {
                case THERE, REFUSED -> say(asked, 200);
                case REDIRECTED -> redirect(asked, "/there" + path);
                case REDIRECTED_THREE_TIMES -> redirect(asked, "/again" + path);
                case NO_HEAD -> say(asked, isHead ? 405 : 200);
                case HEAD_NOT_FOUND -> say(asked, isHead ? 404 : 200);
                case FOR_MEMBERS -> say(asked, 403);
                case SLOW -> {
                    wait(SLOW_MS);
                    say(asked, 200);
                }
                case FIRST_IN_TROUBLE -> say(asked, wasAsked.put(path + isHead, true) == null ? 503 : 200);
                case NEVER -> wait(FOR_EVER_MS);
                case NOT_FOUND -> say(asked, 404);
                case GONE -> say(asked, 410);
                case REDIRECTED_TO_NOTHING -> redirect(asked, "/nothing" + path);
                case IN_CIRCLES -> redirect(asked, path);
            }
        }
    }

    /** What lies behind redirections. */
    private static Answer step(String path) {
        if (path.startsWith("/nothing/")) {
            return Answer.NOT_FOUND;
        }
        return path.startsWith("/again/") ? Answer.REDIRECTED : Answer.THERE;
    }

    private void redirect(HttpExchange asked, String to) throws IOException {
        asked.getResponseHeaders().set("Location", to);
        say(asked, 301);
    }

    private static void say(HttpExchange asked, int status) throws IOException {
        byte[] page = "<!doctype html><title>A page</title>".getBytes(StandardCharsets.UTF_8);
        boolean isHead = asked.getRequestMethod().equals("HEAD");
        asked.sendResponseHeaders(status, isHead ? -1 : page.length);
        if (!isHead) {
            asked.getResponseBody().write(page);
        }
    }

    private static void wait(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

package org.mangrove.journeys;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** What lies between cells and core: an honest line, until a test makes it a bad one. */
final class FeedProxy implements AutoCloseable {

    private static final List<String> HANDED_ON =
            List.of("Authorization", "Mangrove-Challenge", "Mangrove-Schemas", "Accept");

    /** What may be done to an answer of the core. */
    interface Mischief {

        /** @param core asks the core what the cell could have asked, in its name */
        byte[] change(String path, byte[] answer, Asking core) throws IOException;

        /** How many bytes are announced for an answer; more than there are cuts the line. */
        default long announced(byte[] answer) {
            return answer.length;
        }
    }

    /** Asks the core with the credential that the cell has shown. */
    interface Asking {

        byte[] ask(String path) throws IOException;
    }

    private static final Mischief NONE = (path, answer, core) -> answer;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicReference<Mischief> mischief = new AtomicReference<>(NONE);
    private final AtomicReference<URI> core = new AtomicReference<>(URI.create("http://127.0.0.1:9"));
    private final Map<String, byte[]> last = new ConcurrentHashMap<>();
    private final AtomicReference<Map<String, byte[]>> replayed = new AtomicReference<>(Map.of());
    private final AtomicReference<CountDownLatch> hanging = new AtomicReference<>(new CountDownLatch(0));

    FeedProxy() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void leadTo(URI address) {
        core.set(address);
    }

    void play(Mischief wanted) {
        mischief.set(wanted);
    }

    /** Lets whoever asks wait for the end of the answer. */
    void hang() {
        hanging.set(new CountDownLatch(1));
    }

    void behave() {
        mischief.set(NONE);
        replayed.set(Map.of());
        hanging.get().countDown();
    }

    /** Answers from now on what the core has answered last, to each cell its own. */
    void replay() {
        replayed.set(Map.copyOf(last));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String query = exchange.getRequestURI().getRawQuery();
            String path = exchange.getRequestURI().getRawPath();
            HttpResponse<byte[]> answer = ask(exchange, path + (query == null ? "" : "?" + query));
            byte[] honest = answer.body();
            String asked = path + " " + exchange.getRequestHeaders().getFirst("Authorization");
            Mischief played = mischief.get();
            byte[] changed = answer.statusCode() == 200
                    ? played.change(
                            path,
                            replayed.get().getOrDefault(asked, honest),
                            more -> ask(exchange, more).body())
                    : honest;
            if (answer.statusCode() == 200) {
                last.put(asked, honest);
            }
            exchange.sendResponseHeaders(answer.statusCode(), played.announced(changed));
            if (hanging.get().getCount() > 0) {
                exchange.getResponseBody().write(changed, 0, changed.length / 2);
                exchange.getResponseBody().flush();
                await(hanging.get());
                return;
            }
            exchange.getResponseBody().write(changed);
        }
    }

    private HttpResponse<byte[]> ask(HttpExchange exchange, String path) throws IOException {
        var request = HttpRequest.newBuilder(core.get().resolve(path));
        HANDED_ON.forEach(name -> {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        });
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    @Override
    public void close() {
        behave();
        server.stop(0);
        threads.shutdownNow();
        http.shutdownNow();
    }
}

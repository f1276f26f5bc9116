package org.mangrove.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mangrove.core.audit.LinkAnswer.Gone;
import org.mangrove.core.audit.LinkAnswer.There;
import org.mangrove.core.audit.LinkAnswer.Undecided;
import org.mangrove.core.network.Networks;

class HttpLinkProbeTest {

    /** On a machine that has much else to do. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration LITTLE_PATIENCE = Duration.ofMillis(700);

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;
    private HttpLinkProbe probe;

    @BeforeEach
    void begin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        probe = new HttpLinkProbe(Networks.read("a test", "127.0.0.1"), PATIENCE);
    }

    @AfterEach
    void end() {
        probe.close();
        server.stop(0);
        threads.shutdownNow();
    }

    /** What an address does is in its name: {@code /head-404-get-200}, {@code /301/to}. */
    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            boolean isHead = exchange.getRequestMethod().equals("HEAD");
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            String[] parts = path.substring(1).split("/", 2);
            int status = switch (parts[0]) {
                case "no-head" -> isHead ? 405 : 200;
                case "head-not-found" -> isHead ? 404 : 200;
                case "trouble-once" ->
                    asked.stream().filter(each -> each.endsWith(path)).count() < 3 ? 503 : 200;
                case "circle" -> 302;
                default -> Integer.parseInt(parts[0]);
            };
            if (status / 100 == 3) {
                exchange.getResponseHeaders().set("Location", parts.length > 1 ? parts[1] : path);
            }
            exchange.sendResponseHeaders(status, -1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/200",
                "/no-head",
                "/head-not-found",
                "/403",
                "/401",
                "/trouble-once",
                "/301//200",
                "/308//301//200"
            })
    void something_is_there(String path) throws InterruptedException {
        assertThat(ask(path)).isInstanceOf(There.class);
    }

    @ParameterizedTest
    @CsvSource({"/404, NOT_FOUND, 404", "/410, NOT_FOUND, 410", "/301//404, NOT_FOUND, 404", "/circle, ENDLESS, 0"})
    void nothing_is_there(String path, Gone.Why why, int status) throws InterruptedException {
        assertThat(ask(path)).isEqualTo(new Gone(why, status));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/500", "/503", "/429"})
    void a_server_in_trouble_says_nothing_about_its_pages(String path) throws InterruptedException {
        assertThat(ask(path)).isEqualTo(new Undecided(Undecided.Why.TROUBLE));
    }

    @Test
    void a_question_about_a_page_takes_its_query_along() throws InterruptedException {
        ask("/200?a=b%20c");

        assertThat(asked).containsExactly("HEAD /200?a=b%20c");
    }

    @Test
    void nobody_listens() throws IOException, InterruptedException {
        int port;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        assertThat(probe.ask(URI.create("http://127.0.0.1:" + port + "/"))).isEqualTo(new Gone(Gone.Why.REFUSED, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.2/",
                "http://10.0.0.1/",
                "http://169.254.169.254/latest/meta-data",
                "http://[::1]/",
                "http://0.0.0.0/",
                "http://2130706434/",
                "http://someone@127.0.0.1/",
                "file:///etc/passwd",
                "ftp://127.0.0.1/"
            })
    void nobody_is_sent_into_the_network_in_which_a_node_stands(String address) throws InterruptedException {
        assertThat(probe.ask(URI.create(address))).isEqualTo(new Undecided(Undecided.Why.NOT_ALLOWED));
    }

    @Test
    void nor_by_a_server_that_leads_there() throws InterruptedException {
        assertThat(ask("/302/http://169.254.169.254/latest")).isEqualTo(new Undecided(Undecided.Why.NOT_ALLOWED));
        assertThat(ask("/302/file:///etc/passwd")).isEqualTo(new Undecided(Undecided.Why.NOT_ALLOWED));
    }

    @Test
    void where_nothing_is_opened_loopback_is_not_asked_either() throws InterruptedException {
        try (var closed = new HttpLinkProbe(Networks.read("a test", ""), PATIENCE)) {
            assertThat(closed.ask(address("/200"))).isEqualTo(new Undecided(Undecided.Why.NOT_ALLOWED));
        }
        assertThat(asked).isEmpty();
    }

    @Test
    @Timeout(30)
    void an_answer_that_comes_letter_by_letter_has_an_end() throws IOException, InterruptedException {
        try (var drip = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Future<Object> dripping = threads.submit(() -> {
                try (Socket socket = drip.accept()) {
                    OutputStream out = socket.getOutputStream();
                    out.write("HTTP/1.1 200 OK\r\nX-Long: ".getBytes(StandardCharsets.US_ASCII));
                    while (true) {
                        out.write('x');
                        out.flush();
                        Thread.sleep(50);
                    }
                }
            });
            try (var hasty = new HttpLinkProbe(Networks.read("a test", "127.0.0.1"), LITTLE_PATIENCE)) {
                assertThat(hasty.ask(URI.create("http://127.0.0.1:" + drip.getLocalPort() + "/")))
                        .isEqualTo(new Undecided(Undecided.Why.TOO_SLOW));
            }
            assertThat(dripping).isNotCancelled();
        }
    }

    private LinkAnswer ask(String path) throws InterruptedException {
        return probe.ask(address(path));
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }
}

package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mangrove.launcher.Stack;

/** Whatever a caller sends, the answer is the caller's fault or none: no failure, no trace of our code, no script of theirs. */
@ExtendWith(WholeStack.class)
class HostileRequestsIT {

    private static final long SEED = 20_261_122;
    private static final int SOME = 1_500;
    private static final int MANY = 40_000;
    private static final int PATIENCE = 20_000;

    /** One ends the session that the test needs, the other is the page that says so with 503. */
    private static final List<String> LEFT_OUT = List.of("/sign-out", "/sign-on/unreachable");

    private static final Pattern STATUS = Pattern.compile("^HTTP/1\\.[01] (\\d{3})");
    private static final Pattern TRACE = Pattern.compile(
            "Exception|\\bat (?:org|java|jakarta|com|fish)\\.[a-z]|org\\.mangrove|payara|hibernate",
            Pattern.CASE_INSENSITIVE);

    @Test
    void no_request_of_a_kept_seed_makes_the_server_fail(WholeStack.Site site, Stack stack) throws IOException {
        attack(site, RunningRoutes.of(stack), SEED, SOME);
    }

    @Test
    @Tag("long")
    void no_request_of_a_new_seed_makes_the_server_fail(WholeStack.Site site, Stack stack) throws IOException {
        attack(site, RunningRoutes.of(stack), new Random().nextLong(), MANY);
    }

    /** Names of ours are plain letters; a database may be at a loss with others that it is asked for. */
    @ParameterizedTest
    @CsvSource({
        "/t/acme-de, emre.yilmaz, /courses/NAME",
        "/t/acme-de, emre.yilmaz, /courses/NAME/sections/NAME",
        "/t/acme-de, emre.yilmaz, /courses/NAME/result",
        "/t/acme-de, emre.yilmaz, /certificates/NAME",
        "/e/acme, oliver.stein, /masters/NAME",
        "/e/acme, oliver.stein, /masters/NAME/versions/1"
    })
    void what_is_asked_for_by_a_name_in_any_script_is_not_there(
            String base, String user, String path, WholeStack.Site site) {
        try (var visitor = new Visitor(site, "de")) {
            visitor.signOnAt(base, "/", user, Learner.PASSWORD);
            for (String name : List.of("%F0%9F%8C%B1", "%E2%80%AE%D8%B9%D8%B1%D8%A8%D9%8A", "%E7%A0%94%E4%BF%AE")) {
                assertThat(visitor.go(base + path.replace("NAME", name)).status())
                        .as("%s%s with %s", base, path, name)
                        .isEqualTo(404);
            }
        }
    }

    private static void attack(WholeStack.Site site, RunningRoutes running, long seed, int count) throws IOException {
        var requests = new HostileRequests(seed);
        var random = new Random(seed);
        List<RunningRoutes.Route> routes = running.routes();
        try (var emre = new Visitor(site, "de")) {
            emre.signOn(Learner.EMRE);
            var found = new SoftAssertions();
            for (int number = 0; number < count; number++) {
                RunningRoutes.Route route = routes.get(random.nextInt(routes.size()));
                if (LEFT_OUT.contains(route.template())) {
                    continue;
                }
                boolean signedOn = random.nextInt(4) > 0;
                byte[] request = requests.next(
                        route,
                        List.of("/t/acme-de", "/t/acme-de", "/t/acme-de", "", "/e/acme", "/t/nobody")
                                .get(random.nextInt(6)),
                        site.url().getAuthority(),
                        signedOn ? List.of("Cookie: " + emre.cookieLine()) : List.of(),
                        signedOn ? emre.csrf() : "");
                String answer = send(site, request);
                String asked = "seed %d, request %d: %s".formatted(seed, number, shown(request));
                found.assertThat(status(answer)).as(asked).isNotIn(0, 500, 502, 503, 504);
                found.assertThat(TRACE.matcher(body(answer)).find())
                        .as("%s%ntells of our code: %s", asked, answer)
                        .isFalse();
                found.assertThat(HostileRequests.runsWhatACallerSent(answer))
                        .as("%s%nruns a script: %s", asked, answer)
                        .isFalse();
                found.assertThat(head(answer)).as(asked).doesNotContain("\r\nSet-Cookie: planted");
            }
            found.assertAll();
            assertThat(emre.go(Learner.EMRE.at("/catalogue")).status())
                    .as("Emre is still signed on")
                    .isEqualTo(200);
        }
    }

    /** Over a bare socket, since no well-bred client would send this. */
    private static String send(WholeStack.Site site, byte[] request) throws IOException {
        var answer = new ByteArrayOutputStream();
        try (var socket = new Socket(site.url().getHost(), site.url().getPort())) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            socket.getInputStream().transferTo(answer);
        } catch (SocketException cut) {
            // A server may hang up before it has read everything; what it said before counts.
            assertThat(answer.size()).as("An answer to %s", shown(request)).isPositive();
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    private static int status(String answer) {
        Matcher status = STATUS.matcher(answer);
        return status.find() ? Integer.parseInt(status.group(1)) : 0;
    }

    private static String head(String answer) {
        return answer.substring(0, answer.length() - body(answer).length());
    }

    private static String body(String answer) {
        int gap = answer.indexOf("\r\n\r\n");
        return gap < 0 ? "" : answer.substring(gap);
    }

    private static String shown(byte[] request) {
        String text = new String(request, StandardCharsets.ISO_8859_1);
        return text.substring(0, Math.min(1_200, text.length()));
    }
}

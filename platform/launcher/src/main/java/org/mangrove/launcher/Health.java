package org.mangrove.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Waits until a process that was started here says by itself that it is ready. */
final class Health {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private Health() {}

    /**
     * @param child must live all the while: a port that answers could belong to somebody else
     * @param begun what it writes to its log when it has begun to serve; it is not asked before
     * @param hopeless what it writes to its log when it will never get ready
     * @throws Trouble if the process ends, says that it is hopeless, or is not ready in time
     */
    static void await(Child child, URI ready, Duration within, String begun, String hopeless) {
        long deadline = System.nanoTime() + within.toNanos();
        String answer = "no answer";
        HttpRequest request =
                HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(10)).build();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            while (System.nanoTime() < deadline) {
                if (!child.isAlive()) {
                    throw new Trouble(child.lastWords());
                }
                mustHaveRoom(child);
                Optional<String> verdict = child.findInLog(hopeless);
                if (verdict.isPresent()) {
                    throw new Trouble(
                            "%s cannot start: %s%nIts log is %s.".formatted(child.name(), verdict.get(), child.log()));
                }
                if (child.findInLog(begun).isEmpty()) {
                    TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
                    continue;
                }
                try {
                    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
                    if (response.statusCode() == 200) {
                        return;
                    }
                    answer = response.statusCode() + " " + response.body();
                } catch (IOException notYet) {
                    answer = String.valueOf(notYet.getMessage());
                }
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new Trouble("Stopped while waiting for %s.".formatted(child.name()), hurried);
        }
        throw new Trouble("%s was not ready within %d s; asked at %s it said: %s. Its log is %s."
                .formatted(child.name(), within.toSeconds(), ready, answer.strip(), child.log()));
    }

    private static void mustHaveRoom(Child child) {
        try {
            Disk.mustNotBeFull(child.log());
        } catch (IOException gone) {
            throw Disk.asTrouble("looking for room on the disk", gone);
        }
    }
}

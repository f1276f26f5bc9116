package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mangrove.launcher.Distribution;
import org.mangrove.launcher.Schema;
import org.mangrove.launcher.Stack;
import org.mangrove.launcher.Zip;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Somebody who looks after a stack whose nodes are apart: publishes, asks how it stands, and may look into the database. */
final class FeedOperator {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Stack stack;

    FeedOperator(Stack stack) {
        this.stack = stack;
    }

    /** How a cell stands to the feed of an enterprise. */
    record Standing(String cell, String enterprise, String epoch, int number, boolean isRefused, String trouble) {

        boolean isSound() {
            return trouble.isEmpty();
        }
    }

    record Answer(int status, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    Answer get(URI node, String path) {
        return send(HttpRequest.newBuilder(node.resolve(path)));
    }

    Answer post(URI node, String path, String type, byte[] body) {
        return send(HttpRequest.newBuilder(node.resolve(path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private Answer send(HttpRequest.Builder wanted) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var response = http.send(
                    wanted.header("Authorization", "Bearer " + stack.keycloak().operatorToken())
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /** Publishes a course of the demonstration under another title, with one picture changed. */
    void publish(String enterprise, String course, String title) {
        Path written = Distribution.found()
                .demonstration()
                .resolve(enterprise)
                .resolve("courses")
                .resolve(course);
        try {
            Path changed = Files.createTempDirectory("course");
            try (Stream<Path> all = Files.walk(written)) {
                for (Path each : all.filter(Files::isRegularFile).toList()) {
                    Path copy = changed.resolve(written.relativize(each).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(each, copy);
                    if (each.getParent().endsWith("words")) {
                        Files.writeString(
                                copy, Files.readString(copy).replaceFirst("title: .*", "title: \"" + title + "\""));
                    }
                    if (each.toString().endsWith(".svg")) {
                        Files.writeString(copy, Files.readString(copy) + "<!-- " + title + " -->");
                    }
                }
            }
            Answer answer = post(
                    stack.node().url(),
                    "/operator/api/enterprises/" + enterprise + "/course-packages",
                    "application/zip",
                    Zip.of(changed));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    Standing standing(String cell, String enterprise) {
        Answer answer = get(stack.nodeOf(cell).url(), "/operator/api/feed");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return list(answer.text(), "feeds").stream()
                .filter(feed -> cell.equals(feed.get("cell")) && enterprise.equals(feed.get("enterprise")))
                .map(feed -> new Standing(
                        cell,
                        enterprise,
                        String.valueOf(feed.get("epoch")),
                        (int) feed.get("number"),
                        Boolean.TRUE.equals(feed.get("isRefused")),
                        feed.containsKey("trouble") ? String.valueOf(feed.get("trouble")) : ""))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Cell " + cell + " has no feed of " + enterprise));
    }

    Standing awaitStanding(String cell, String enterprise, Predicate<Standing> wanted) {
        return await(() -> standing(cell, enterprise), wanted);
    }

    /** Waits until the cell has what the core has published, and nothing stops it. */
    Standing awaitEverything(String cell, String enterprise) {
        return awaitStanding(
                cell,
                enterprise,
                there -> there.isSound() && (there.epoch() + "/" + there.number()).equals(end(enterprise)));
    }

    /** Where the core's chain ends, as epoch and number. */
    String end(String enterprise) {
        Object ends = yaml(get(stack.node().url(), "/operator/api/feed").text()).get("ends");
        Object end = ((Map<?, ?>) ends).get(enterprise);
        return ((Map<?, ?>) end).get("epoch") + "/" + ((Map<?, ?>) end).get("number");
    }

    interface Question<T> {
        T ask();
    }

    /** Asks again until the answer is as wanted. */
    static <T> T await(Question<T> question, Predicate<T> wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        T answer = question.ask();
        while (!wanted.test(answer)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("After " + PATIENCE.toSeconds() + " s it is still " + answer);
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new AssertionError(stopped);
            }
            answer = question.ask();
        }
        return answer;
    }

    /** The rows of a question, each as its columns joined by a bar. */
    List<String> rows(Schema schema, String sql) {
        var login = stack.database().administrator();
        try (var connection = DriverManager.getConnection(stack.database().url(schema), login.name(), login.secret());
                var statement = connection.createStatement()) {
            var rows = new ArrayList<String>();
            for (String part : sql.split(";\\s*\n")) {
                if (statement.execute(part)) {
                    try (var result = statement.getResultSet()) {
                        while (result.next()) {
                            var row = new ArrayList<String>();
                            for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                                row.add(String.valueOf(result.getString(column)));
                            }
                            rows.add(String.join("|", row));
                        }
                    }
                }
            }
            return rows;
        } catch (SQLException failed) {
            throw new AssertionError(sql, failed);
        }
    }

    private static List<Map<?, ?>> list(String json, String name) {
        return ((List<?>) yaml(json).get(name))
                .stream().<Map<?, ?>>map(each -> (Map<?, ?>) each).toList();
    }

    private static Map<?, ?> yaml(String json) {
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(json);
    }
}

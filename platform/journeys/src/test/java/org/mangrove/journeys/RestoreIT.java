package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mangrove.launcher.Distribution;
import org.mangrove.launcher.Loading;
import org.mangrove.launcher.Ports;
import org.mangrove.launcher.Progress;
import org.mangrove.launcher.Stack;

/**
 * A stack with people and their certificates in it is backed up while it runs, and another one comes up from the file, with
 * a cell more than the first had.
 */
@Tag("long")
@ExtendWith(WholeStack.class)
class RestoreIT {

    private static final String COURSE = "information-security-essentials";
    private static final Learner EMRE = new Learner("emre.yilmaz", "acme-de", "de", "ltr");
    private static final Pattern CERTIFICATE = Pattern.compile("/certificates/([0-9a-f-]{36})\"");

    @TempDir
    Path folder;

    @Test
    void people_what_they_have_learned_and_their_certificates_come_back(WholeStack.Site site, Stack stack)
            throws Exception {
        Path backup = folder.resolve("mangrove.zip");
        var progress = Progress.printedTo(System.out);
        String certificate;
        try (var emre = new Visitor(site, "de")) {
            emre.signOn(EMRE.tenant(), EMRE.user(), Learner.PASSWORD);
            certificate = EMRE.at("/certificates/" + pass(emre));
            assertThat(emre.go(certificate).status()).isEqualTo(200);
        }
        stack.backUpTo(backup, progress);

        Path again = folder.resolve("again");
        Stack.restore(again, backup, progress);

        Path config = withOneCellMore();
        try (Stack restored = Stack.at(again)
                .ports(Ports.free())
                .tenantsConfig(config)
                .progress(progress)
                .start()) {
            new Loading(restored, Distribution.found(), config, progress).load();
            var there = new WholeStack.Site(restored.node().url());
            try (var emre = new Visitor(there, "de")) {
                emre.signOn(EMRE.tenant(), EMRE.user(), Learner.PASSWORD);
                var paper = emre.go(certificate);
                assertThat(paper.status()).isEqualTo(200);
                assertThat(paper.text()).contains("Yılmaz");
                assertThat(emre.go(certificate + "/pdf").type()).startsWith("application/pdf");
                assertThat(emre.go(EMRE.at("/courses/" + COURSE)).status()).isEqualTo(200);
            }
            for (String table : new String[] {
                "identity_person", "learning_enrolment", "records_statement", "events_outbox", "identity_membership"
            }) {
                String all = "select count(*) from " + table;
                assertThat(Rows.ofCell(restored, "eu").count(all))
                        .as(table)
                        .isGreaterThanOrEqualTo(Rows.ofCell(stack, "eu").count(all));
            }
            assertThatPeopleOfTheNewCellSignIn(restored, there);
        }
    }

    private static void assertThatPeopleOfTheNewCellSignIn(Stack stack, WholeStack.Site site) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient();
                var paulo = new Visitor(site, "en")) {
            var made = http.send(
                    HttpRequest.newBuilder(URI.create(site.url() + "/operator/api/demonstration/accounts"))
                            .header(
                                    "Authorization",
                                    "Bearer " + stack.keycloak().operatorToken())
                            .header("Content-Type", "application/yaml")
                            .POST(HttpRequest.BodyPublishers.ofString("""
                                    accounts:
                                      - user: paulo.souza
                                        given: Paulo
                                        family: Souza
                                        email: paulo.souza@acme-br.example
                                        tenants:
                                          acme-br: [learner]
                                    """))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(made.statusCode()).as(made.body()).isEqualTo(200);

            paulo.signOn("acme-br", "paulo.souza", Learner.PASSWORD);

            assertThat(paulo.go("/t/acme-br/catalogue").text()).contains("/courses/" + COURSE + "\"");
            assertThat(Rows.ofCell(stack, "br")
                            .count("select count(*) from identity_person where subject <> '' and given_name = 'Paulo'"))
                    .isEqualTo(1);
        }
    }

    /** The configuration as it is, and as docs/operations.md says to add a cell: its name, its zone, a tenant in it. */
    private Path withOneCellMore() throws IOException {
        Path from = Distribution.found().tenantsConfig();
        Path to = folder.resolve("tenants-config");
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        Files.writeString(
                to.resolve("cells.yaml"),
                Files.readString(to.resolve("cells.yaml"))
                        + "  br:\n    zone: br\n    city: Campinas\n    country: BR\n");
        Files.writeString(
                to.resolve("acme/acme-br.yaml"),
                Files.readString(to.resolve("acme/acme-at.yaml"))
                        .replace("cell: eu", "cell: br")
                        .replace("acme-at", "acme-br")
                        .replace("realm: acme-eu", "realm: acme-br")
                        .replace("acme-oesterreich", "acme-brasil")
                        .replace("country: AT", "country: BR")
                        .replace("Europe/Vienna", "America/Sao_Paulo")
                        .replace("jurisdictions: [AT-9, AT, EU]", "jurisdictions: [BR]"));
        return to;
    }

    private static String pass(Visitor visitor) {
        String course = EMRE.at("/courses/" + COURSE);
        visitor.submit(course + "/enrolment", Map.of());
        for (WrittenAnswers.Section section : new WrittenAnswers(COURSE, EMRE).sections()) {
            section.answers()
                    .forEach((block, answer) -> visitor.submit(course + "/blocks/" + block + "/answer", answer));
            visitor.submit(course + "/sections/" + section.id() + "/done", Map.of());
        }
        return visitor.go(course + "/result").find(CERTIFICATE);
    }
}

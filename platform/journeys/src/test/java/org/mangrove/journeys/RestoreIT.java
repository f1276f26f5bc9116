package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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

    private static final String COURSE = DemonstrationCourse.SECURITY.slug();

    @TempDir
    Path folder;

    @Test
    void people_what_they_have_learned_and_their_certificates_come_back(WholeStack.Site site, Stack stack)
            throws Exception {
        Path backup = folder.resolve("mangrove.zip");
        var progress = Progress.printedTo(System.out);
        String certificate;
        try (var emre = new Visitor(site, "de")) {
            emre.signOn(Learner.EMRE);
            certificate = Learner.EMRE.at("/certificates/" + new TakenCourse(emre, Learner.EMRE, COURSE).pass());
            assertThat(emre.go(certificate).status()).isEqualTo(200);
        }
        stack.backUpTo(backup, progress);

        Path again = folder.resolve("again");
        Stack.restore(again, backup, progress);

        Path config = withOneCellMore().writtenTo(folder.resolve("tenants-config"));
        try (Stack restored = Stack.at(again)
                .ports(Ports.free())
                .tenantsConfig(config)
                .progress(progress)
                .start()) {
            new Loading(restored, Distribution.found(), config, progress).load();
            var there = new WholeStack.Site(restored.node().url());
            try (var emre = new Visitor(there, "de")) {
                emre.signOn(Learner.EMRE);
                var paper = emre.go(certificate);
                assertThat(paper.status()).isEqualTo(200);
                assertThat(paper.text()).contains("Yılmaz");
                assertThat(emre.go(certificate + "/pdf").type()).startsWith("application/pdf");
                assertThat(emre.go(Learner.EMRE.at("/courses/" + COURSE)).status())
                        .isEqualTo(200);
            }
            for (String table : new String[] {
                "identity_person", "learning_enrolment", "records_statement", "events_outbox", "identity_membership"
            }) {
                String all = "select count(*) from " + table;
                assertThat(Rows.ofCell(restored, "eu").number(all))
                        .as(table)
                        .isGreaterThanOrEqualTo(Rows.ofCell(stack, "eu").number(all));
            }
            assertThatPeopleOfTheNewCellSignIn(restored, there);
        }
    }

    private static void assertThatPeopleOfTheNewCellSignIn(Stack stack, WholeStack.Site site) {
        new Operator(stack)
                .post("/operator/api/demonstration/accounts", "application/yaml", """
                        accounts:
                          - user: paulo.souza
                            given: Paulo
                            family: Souza
                            email: paulo.souza@acme-br.example
                            tenants:
                              acme-br: [learner]
                        """)
                .must();
        try (var paulo = new Visitor(site, "en")) {
            paulo.signOn("acme-br", "paulo.souza", Learner.PASSWORD);

            assertThat(paulo.go("/t/acme-br/catalogue").text()).contains("/courses/" + COURSE + "\"");
            assertThat(
                            Rows.ofCell(stack, "br")
                                    .number(
                                            "select count(*) from identity_person where subject <> '' and given_name = 'Paulo'"))
                    .isEqualTo(1);
        }
    }

    /** The configuration as it is, and as docs/operations.md says to add a cell: its name, its zone, a tenant in it. */
    private static EditedFolder withOneCellMore() {
        EditedFolder config = EditedFolder.ofTenantsConfig();
        return config.with("cells.yaml", text -> text + "  br:\n    zone: br\n    city: Campinas\n    country: BR\n")
                .withFile(
                        "acme/acme-br.yaml",
                        config.text("acme/acme-at.yaml")
                                .replace("cell: eu", "cell: br")
                                .replace("acme-at", "acme-br")
                                .replace("realm: acme-eu", "realm: acme-br")
                                .replace("acme-oesterreich", "acme-brasil")
                                .replace("country: AT", "country: BR")
                                .replace("Europe/Vienna", "America/Sao_Paulo")
                                .replace("jurisdictions: [AT-9, AT, EU]", "jurisdictions: [BR]"));
    }
}

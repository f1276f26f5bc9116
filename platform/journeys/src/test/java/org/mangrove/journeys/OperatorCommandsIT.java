package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mangrove.launcher.Stack;

/** What operators type, on the running system: tenants and plugins, with mistakes, other hands and kills in the midst. */
@ExtendWith(WholeStack.class)
class OperatorCommandsIT {

    private static final String NOTHING_TO_DO = "Nothing to do: what is running agrees with the files.";
    private static final Pattern STOPPED_BEFORE =
            Pattern.compile("An earlier run stopped at step (\\d+) of (\\d+): .+");
    /** A step is short. */
    private static final Patience PATIENCE = Patience.of(Duration.ofMinutes(3)).asking(Duration.ofMillis(2));

    @TempDir
    Path folder;

    private final Stack stack;
    private CommandLine mangrove;

    OperatorCommandsIT(Stack stack) {
        this.stack = stack;
    }

    @BeforeEach
    void setUp() {
        mangrove = new CommandLine(stack, folder);
    }

    @Test
    void check_finds_the_files_sound_and_plan_finds_nothing_to_do() throws Exception {
        assertSaid(mangrove.run("tenants", "check"), 0, "No mistake was found.");
        assertSaid(mangrove.run("tenants", "plan"), 0, NOTHING_TO_DO);
        assertSaid(mangrove.run("tenants", "apply"), 0, NOTHING_TO_DO);
    }

    @Test
    void a_mistake_is_told_with_its_file_and_line_and_nothing_is_done() throws Exception {
        EditedFolder config = EditedFolder.ofTenantsConfig()
                .with(
                        "acme/acme-de.yaml",
                        text -> text.replace("time-zone: Europe/Berlin", "time-zone: Europe/Berlim"));
        String place = "acme/acme-de.yaml:%d: ".formatted(config.lineOf("acme/acme-de.yaml", "Berlim"));

        for (String act : new String[] {"check", "plan", "apply"}) {
            assertSaid(
                    mangrove.run("tenants", act, "--config", written(config)),
                    1,
                    place,
                    "Europe/Berlim",
                    "Europe/Berlin");
        }
        assertSaid(mangrove.run("tenants", "plan"), 0, NOTHING_TO_DO);
    }

    @Test
    void a_secret_that_the_environment_lacks_is_told_with_its_file_and_line() throws Exception {
        EditedFolder config = EditedFolder.ofTenantsConfig()
                .with(
                        "acme/acme-jp.yaml",
                        text -> text.replace("${keycloak}/realms/acme-jp-company", "https://login.acme-jp.example")
                                .replace("MANGROVE_ACME_JP_COMPANY_SECRET", "NOBODY_HAS_SET_THIS"));
        String place = "acme/acme-jp.yaml:%d: ".formatted(config.lineOf("acme/acme-jp.yaml", "NOBODY_HAS_SET_THIS"));

        assertSaid(
                mangrove.run("tenants", "check", "--config", written(config)),
                1,
                place,
                "The environment variable NOBODY_HAS_SET_THIS is not set.");
    }

    @Test
    void a_new_cell_needs_a_restart_and_plan_says_so() throws Exception {
        EditedFolder config = EditedFolder.ofTenantsConfig()
                .with("cells.yaml", text -> text + "  ie:\n    zone: eu\n    city: Dublin\n    country: IE\n");

        assertSaid(
                mangrove.run("tenants", "plan", "--config", written(config)),
                0,
                "The cell ie is new",
                "restart the nodes that are to serve it");
    }

    @Test
    void a_tenant_is_moved_to_no_other_cell_and_no_other_enterprise() throws Exception {
        EditedFolder config = EditedFolder.ofTenantsConfig();
        String vienna = "acme/acme-at.yaml";
        EditedFolder toRiyadh = config.with(
                vienna, text -> text.replace("cell: eu", "cell: sa").replace("realm: acme-eu", "realm: acme-sa"));
        EditedFolder toBorealis = config.without(vienna)
                .withFile(
                        "borealis/acme-at.yaml",
                        config.text(vienna)
                                .replace("region: emea\n", "")
                                .replace("realm: acme-eu", "realm: borealis-eu"));

        for (String act : new String[] {"plan", "apply"}) {
            assertSaid(
                    mangrove.run("tenants", act, "--config", written(toRiyadh)),
                    1,
                    vienna,
                    "the cell “eu” and cannot be moved to “sa”");
            assertSaid(
                    mangrove.run("tenants", act, "--config", written(toBorealis)),
                    1,
                    "borealis/acme-at.yaml",
                    "the enterprise “acme” and cannot be moved to “borealis”");
        }
        assertSaid(mangrove.run("tenants", "plan"), 0, NOTHING_TO_DO);
    }

    @Test
    void what_other_hands_changed_in_keycloak_is_told_and_set_right() throws Exception {
        new Operator(stack)
                .atKeycloak("PUT", "/admin/realms/acme-eu", "{\"realm\":\"acme-eu\",\"bruteForceProtected\":false}")
                .must();

        assertSaid(
                mangrove.run("tenants", "plan"),
                0,
                "Changed by other hands, and would be set right: the realm acme-eu",
                "bruteForceProtected",
                "1 change.");
        assertSaid(mangrove.run("tenants", "apply"), 0, "1 step applied.");
        assertSaid(mangrove.run("tenants", "plan"), 0, NOTHING_TO_DO);
    }

    @Test
    void an_apply_that_a_kill_of_the_node_interrupts_says_where_it_stood_and_is_completed_by_the_next()
            throws Exception {
        String renamed = everythingRenamed();
        try {
            CommandLine.Running apply = mangrove.begin("tenants", "apply", "--config", renamed);
            awaitStep(3);
            stack.node().kill();
            assertThat(apply.await().code()).isEqualTo(1);
            stack.node().restart();

            CommandLine.Ended plan = mangrove.run("tenants", "plan", "--config", renamed);
            Matcher stopped = STOPPED_BEFORE.matcher(plan.words());
            assertThat(stopped.find()).as(plan.words()).isTrue();
            int step = Integer.parseInt(stopped.group(1));
            int of = Integer.parseInt(stopped.group(2));
            assertThat(step).isBetween(3, of);

            CommandLine.Ended again = mangrove.run("tenants", "apply", "--config", renamed);
            assertSaid(again, 0, "An earlier run stopped at step %d of %d".formatted(step, of), "steps applied.");
            assertThat(again.words()).doesNotContain("%d steps applied.".formatted(of));
            assertSaid(mangrove.run("tenants", "plan", "--config", renamed), 0, NOTHING_TO_DO);
        } finally {
            if (!stack.node().isAlive()) {
                stack.node().restart();
            }
            mangrove.run("tenants", "apply");
        }
        assertSaid(mangrove.run("tenants", "plan"), 0, NOTHING_TO_DO);
    }

    @Test
    void an_apply_goes_on_when_the_command_that_asked_for_it_is_killed() throws Exception {
        String renamed = everythingRenamed();
        try {
            CommandLine.Running apply = mangrove.begin("tenants", "apply", "--config", renamed);
            awaitStep(2);
            apply.process().destroyForcibly();

            awaitNoStepIsLeft();
            assertSaid(mangrove.run("tenants", "plan", "--config", renamed), 0, NOTHING_TO_DO);
        } finally {
            mangrove.run("tenants", "apply");
        }
    }

    @Test
    void plugins_are_listed_installed_and_removed() throws Exception {
        Path jar = new BuiltPlugin("de-arbeitsschutz").asVersion("9.9.9", folder);

        assertSaid(mangrove.run("plugins", "list"), 0, "de-arbeitsschutz 1.0.0", "acme-de:");
        assertSaid(mangrove.run("plugins", "install", jar.toString()), 0, "de-arbeitsschutz", "9.9.9", "is installed");
        assertSaid(mangrove.run("plugins", "list"), 0, "de-arbeitsschutz 9.9.9");
        assertSaid(mangrove.run("plugins", "remove", "de-arbeitsschutz", "9.9.9"), 0, "9.9.9", "is removed");
        assertThat(mangrove.run("plugins", "list").words()).doesNotContain("9.9.9");
    }

    @Test
    void a_plugin_that_somebody_uses_is_not_removed_and_what_is_no_plugin_is_not_installed() throws Exception {
        Path text = Files.writeString(folder.resolve("words.jar"), "These are words.");

        assertSaid(mangrove.run("plugins", "remove", "de-arbeitsschutz", "1.0.0"), 1, "acme-de", "tenants-config");
        assertSaid(mangrove.run("plugins", "remove", "de-nothing", "1.0.0"), 1, "is not installed");
        assertSaid(mangrove.run("plugins", "install", text.toString()), 1, "no readable jar");
        assertSaid(mangrove.run("plugins", "install", "missing.jar"), 1, "There is no file missing.jar");
        assertSaid(mangrove.run("plugins", "upgrade"), 1, "Say which");
    }

    /** Where the configuration is written down with each enterprise and tenant called otherwise. */
    private String everythingRenamed() throws IOException {
        return written(EditedFolder.ofTenantsConfig()
                .withEach(
                        file -> file.matches("[^/]+/[^/]+\\.yaml"),
                        text -> text.replaceFirst("(?m)^(names:\\R(?: +#.*\\R)*)( +[a-z]+: )", "$1$2Renamed ")));
    }

    private String written(EditedFolder config) throws IOException {
        return config.writtenTo(Files.createTempDirectory(folder, "tenants-config"))
                .toString();
    }

    private static void assertSaid(CommandLine.Ended ended, int code, String... words) {
        assertThat(ended.words()).contains(words);
        assertThat(ended.code()).as(ended.words()).isEqualTo(code);
    }

    /** Waits until the run that began last has begun this step. */
    private void awaitStep(int number) {
        PATIENCE.until(
                "step %d begins".formatted(number),
                () -> steps("s.begun_at is not null and r.ended_at is null and s.step_number >= " + number) > 0);
    }

    private void awaitNoStepIsLeft() {
        PATIENCE.until("every step ends", () -> steps("s.ended_at is null or r.ended_at is null") == 0);
    }

    private long steps(String condition) {
        return Rows.ofCore(stack)
                .number(
                        "select count(*) from provisioning_step s join provisioning_run r on r.id = s.run_id where r.id ="
                                + " (select id from provisioning_run order by id desc limit 1) and (%s)"
                                        .formatted(condition));
    }
}

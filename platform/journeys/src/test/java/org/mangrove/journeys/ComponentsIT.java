package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Stack;

/** Nothing is switched on of which nobody says what it is for, who answers for it, and until when it is tried. */
@ExtendWith(WholeStack.class)
class ComponentsIT {

    private static final String REGISTER = "/e/acme/components";
    private static final String PLUGIN = "sa-pdpl-consent";
    private static final Pattern CREDENTIAL = Pattern.compile("/admin/xapi-credentials/([0-9a-f-]{36})\"");

    private WholeStack.Site site;
    private Operator operator;
    private Rows core;
    private Rows eu;
    private Visitor ingrid;
    private Visitor oliver;
    private Visitor thomas;

    @BeforeEach
    void setUp(WholeStack.Site where, Stack stack) {
        site = where;
        operator = new Operator(stack);
        core = Rows.ofCore(stack);
        eu = Rows.ofCell(stack, "eu");
        ingrid = new Visitor(site, "en");
        ingrid.signOnAt("/e/acme", "/masters", "ingrid.falk", Learner.PASSWORD);
        oliver = new Visitor(site, "en");
        oliver.signOnAt("/e/acme", "/masters", "oliver.stein", Learner.PASSWORD);
        thomas = new Visitor(site, "de");
        thomas.signOn(Learner.THOMAS);
        Patience.USUAL.until(
                "what is declared is entered",
                () -> core.find("select 1 from components_component where component_key = '" + PLUGIN
                                + "' and decision = 'ADOPTED'")
                        .isPresent());
    }

    @AfterEach
    void tearDown() {
        decide(PLUGIN, "adopted", "");
        decide(Forwarding.SYSTEM, "adopted", "");
        Patience.USUAL.until("the plugin is asked again", () -> heldBack().isEmpty());
        List.of(ingrid, oliver, thomas).forEach(Visitor::close);
    }

    @Test
    void a_plugin_is_not_asked_any_more_from_the_day_on_that_its_entry_ends_and_is_again_when_it_is_adopted() {
        assertThat(heldBack()).isEmpty();
        assertThat(oliver.go(REGISTER).text())
                .contains("Consent before processing, Saudi Arabia", "Ingrid Falk", "Adopted")
                .as("two tools for authors in the same markets")
                .contains("For the same in the same market", "Storyline Studio", "CourseMaker")
                .doesNotContain("/components/new");
        assertThat(oliver.submit(REGISTER + "/" + PLUGIN + "/decision", decision("ended", ""))
                        .status())
                .as("by an author")
                .isEqualTo(403);

        assertThat(decide(PLUGIN, "ended", "").text()).contains("It is decided.");

        Patience.USUAL.until("the operator is told why", () -> heldBack().equals(List.of("Its use was ended.")));
        assertThat(ingrid.go("/e/acme/governance/decisions").text())
                .contains("Decided about a component", PLUGIN)
                .contains("What the test needs");

        tryPastItsEnd();
        Patience.USUAL.until("the trial is over", () -> heldBack().toString().contains("nobody has decided in time"));
        assertThat(ingrid.go(REGISTER + "/" + PLUGIN).text()).contains("Off: trial is over", "Try it for longer");
        assertThat(decide(PLUGIN, "trial", "").status()).as("without a day").isEqualTo(400);

        assertThat(decide(PLUGIN, "adopted", "").text()).contains("It is decided.");
        Patience.USUAL.until("it is asked again", () -> heldBack().isEmpty());
    }

    @Test
    void a_system_is_let_in_only_while_the_register_has_an_entry_of_it() {
        String place = Learner.THOMAS.at("/admin/xapi-credentials");
        thomas.go(place + "/new");
        Answer unsaid = thomas.submit(place, Map.of("title", List.of("Unsaid"), "scope", List.of("state")));
        assertThat(unsaid.status()).isEqualTo(400);
        assertThat(unsaid.text()).contains("Wählen Sie, welches System des Registers das ist.");
        assertThat(thomas.submit(place, connection("never-entered")).status()).isEqualTo(400);

        String title = "Exchange " + UUID.randomUUID();
        Answer made = thomas.submit(place, connection(Forwarding.SYSTEM, title));
        String key = made.find(Pattern.compile("<code>(acme-de\\.[0-9a-f-]{36})</code>"));
        String secret = made.find(Pattern.compile("<code>([A-Za-z0-9_-]{43})</code>"));
        try (var store = RecordStore.shown(site, Parties.basic(key, secret), "2.0.0")) {
            assertThat(store.get("activities/state?activityId=https://example.com/a&agent=%7B%7D")
                            .status())
                    .as("let in, and told that this is no agent")
                    .isEqualTo(400);

            decide(Forwarding.SYSTEM, "ended", "");

            Patience.USUAL.until(
                    "it is not let in",
                    () -> store.get("activities/state?activityId=https://example.com/a&agent=%7B%7D")
                                    .status()
                            == 401);
            assertThat(thomas.go(place + "/" + key.substring(key.indexOf('.') + 1))
                            .text())
                    .contains("Zurückgehalten", "Seine Nutzung wurde beendet.");
            assertThat(thomas.go(Learner.THOMAS.at("/admin/components")).text()).contains("Group reporting", "Beendet");
            assertThat(thomas.submit(place, connection(Forwarding.SYSTEM)).text())
                    .contains("Seine Nutzung wurde beendet.");
            thomas.go(Learner.THOMAS.at("/admin/forwarders/new"));
            assertThat(thomas.submit(
                                    Learner.THOMAS.at("/admin/forwarders"),
                                    Forwarding.to("http://127.0.0.1:1/xapi", "", ""))
                            .status())
                    .as("nor are statements sent to it")
                    .isEqualTo(400);

            decide(Forwarding.SYSTEM, "adopted", "");
            Patience.USUAL.until(
                    "it is let in again",
                    () -> store.get("activities/state?activityId=https://example.com/a&agent=%7B%7D")
                                    .status()
                            == 400);
        }
    }

    @Test
    void what_was_connected_before_the_register_is_shown_until_somebody_says_what_it_is() {
        String place = Learner.THOMAS.at("/admin/xapi-credentials");
        thomas.go(place + "/new");
        thomas.submit(place, connection(Forwarding.SYSTEM));
        String credential = thomas.go(place).find(CREDENTIAL);
        eu.change("update credentials_credential set component_key = '' where id = unhex('"
                + credential.replace("-", "") + "')");

        assertThat(thomas.go(place).text()).contains("Nicht im Register");
        assertThat(thomas.go(place + "/" + credential).text()).contains("Ohne einen wird es bis");

        assertThat(thomas.submit(
                                place + "/" + credential + "/component",
                                Map.of("component", List.of(Forwarding.SYSTEM)))
                        .text())
                .contains("Es gehört jetzt zu diesem System.")
                .doesNotContain("Ohne einen wird es bis");
    }

    @Test
    void an_entry_says_what_it_is_for_and_who_answers_for_it_or_is_not_made() {
        String owner = ingrid.go(REGISTER + "/new").find(Pattern.compile("value=\"([0-9a-f-]{36})\"[^>]*>Ingrid Falk"));
        String key = "tool-" + UUID.randomUUID();
        var form = new LinkedHashMap<>(ComponentForm.of("tool", "Glossary", owner));
        form.put("key", List.of(key));
        for (String field : List.of("objective", "purposes", "owner", "data", "reason", "decision")) {
            var without = new LinkedHashMap<>(form);
            without.remove(field);
            assertThat(ingrid.submit(REGISTER, without).status())
                    .as("without %s", field)
                    .isEqualTo(400);
        }

        assertThat(ingrid.submit(REGISTER, form).text()).contains("It is entered.", "Glossary");
        assertThat(ingrid.submit(REGISTER, form).status()).as("twice").isEqualTo(400);
        assertThat(oliver.go(REGISTER + "/export").text()).contains(key, "Ingrid Falk");
        assertThat(decide(key, "ended", "").text()).contains("Ended");
    }

    /** As time does. */
    private void tryPastItsEnd() {
        decide(PLUGIN, "trial", LocalDate.now(ZoneOffset.UTC).toString());
        core.change("update components_component set last_day = '2026-01-01' where component_key = '" + PLUGIN + "'");
        // whatever is said of another one publishes the whole register anew
        decide(Forwarding.SYSTEM, "adopted", "");
    }

    private Answer decide(String key, String decision, String lastDay) {
        ingrid.go(REGISTER + "/" + key);
        return ingrid.submit(REGISTER + "/" + key + "/decision", decision(decision, lastDay));
    }

    private static Map<String, List<String>> decision(String decision, String lastDay) {
        return Map.of(
                "decision", List.of(decision),
                "lastDay", List.of(lastDay),
                "reason", List.of("What the test needs"));
    }

    private static Map<String, List<String>> connection(String component) {
        return connection(component, "Something");
    }

    private static Map<String, List<String>> connection(String component, String title) {
        return Map.of("title", List.of(title), "scope", List.of("state"), "component", List.of(component));
    }

    /** Why the plugin is held back, as the operator is told; none if it is not. */
    private List<String> heldBack() {
        return operator.get("/operator/api/plugins").must().list().stream()
                .filter(plugin -> PLUGIN.equals(plugin.get("id")))
                .flatMap(plugin -> ((List<?>) plugin.get("tenants")).stream())
                .map(use -> String.valueOf(((Map<?, ?>) use).get("heldBack")))
                .filter(why -> !why.isEmpty())
                .toList();
    }
}

package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Stack;

/** What a cell tells the core: of its own tenants only, and none of their words. */
@ExtendWith(WholeStack.class)
class TidingsIT {

    private static final String NOTHING = "{\\\"courses\\\":3,\\\"standings\\\":[]}";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private WholeStack.Site site;
    private String jp;
    private Rows everywhere;

    @BeforeEach
    void setUp(WholeStack.Site where, Stack stack) {
        site = where;
        jp = "Mangrove-Cell jp:" + new DerivedSecrets(stack).feedCredential("jp");
        everywhere = Rows.everywhere(stack);
    }

    @AfterEach
    void tearDown() {
        http.close();
    }

    @Test
    void a_cell_speaks_for_its_own_tenants() throws Exception {
        assertThat(tell(jp, tiding("acme-jp", NOTHING)).statusCode()).isEqualTo(204);

        String before = heard("acme-de");
        HttpResponse<String> another = tell(jp, tiding("acme-de", NOTHING));
        assertThat(another.statusCode()).isEqualTo(400);
        assertThat(another.body()).contains("served by this cell");
        assertThat(heard("acme-de")).isEqualTo(before);

        assertThat(tell("Mangrove-Cell jp:" + "0".repeat(64), tiding("acme-jp", NOTHING))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void of_what_it_tells_all_is_taken_or_nothing() throws Exception {
        String before = heard("acme-jp");

        HttpResponse<String> halfRight = tell(
                jp,
                tiding("acme-jp", "{\\\"courses\\\":99,\\\"standings\\\":[]}")
                        .replace(
                                "]}\"}]",
                                "]}\"},{\"type\":\"adaptation.market\",\"subject\":\"nobody\",\"payload\":\"{}\"}]"));

        assertThat(halfRight.statusCode()).isEqualTo(400);
        assertThat(heard("acme-jp")).isEqualTo(before);
    }

    @Test
    void words_of_a_market_are_refused_as_is_what_cannot_be_read() throws Exception {
        String standing =
                "{\\\"course\\\":\\\"a\\\",\\\"title\\\":{\\\"ja\\\":\\\"我が社\\\"},\\\"version\\\":1,\\\"isReleased\\\":true}";

        assertThat(tell(jp, tiding("acme-jp", "{\\\"courses\\\":3,\\\"standings\\\":[" + standing + "]}"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(tell(jp, tiding("acme-jp", "none")).statusCode()).isEqualTo(400);
        assertThat(tell(jp, "not at all").statusCode()).isEqualTo(400);
        assertThat(tell(jp, "null").statusCode()).isEqualTo(400);
        assertThat(tell(jp, "[null]").statusCode()).isEqualTo(400);
        assertThat(tell(jp, "[{\"type\":\"adaptation.market\"}]").statusCode()).isEqualTo(400);
        assertThat(tell(jp, "[" + " ".repeat(9 << 20) + "]").statusCode()).isEqualTo(400);
        assertThat(tell(jp, "[{\"type\":\"of.a.newer.cell\",\"subject\":\"x\",\"payload\":\"y\"}]")
                        .statusCode())
                .as("what this core does not know yet")
                .isEqualTo(204);
    }

    private String heard(String tenant) {
        return everywhere.text(
                "select coalesce(max(concat(heard_at, document)), '') from mangrove_core.adaptation_market where tenant_slug = ?",
                tenant);
    }

    private static String tiding(String subject, String payload) {
        return "[{\"type\":\"adaptation.market\",\"subject\":\"" + subject + "\",\"payload\":\"" + payload + "\"}]";
    }

    private HttpResponse<String> tell(String credential, String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(site.url() + "/feed/enterprises/acme/tidings"))
                        .header("Authorization", credential)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}

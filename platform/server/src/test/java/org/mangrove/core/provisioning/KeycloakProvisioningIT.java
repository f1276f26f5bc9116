package org.mangrove.core.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.mangrove.core.identity.ClientSecret;
import org.mangrove.launcher.Database;
import org.mangrove.launcher.Ports;
import org.mangrove.launcher.Progress;
import org.mangrove.launcher.StateFolder;

/** A real Keycloak becomes what the demonstration's files say, and is set right again. One test goes on where the last ended. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakProvisioningIT {

    private static final String KEY = "a key of thirty-two characters..";
    private static final Secrets ENVIRONMENT = name -> Optional.of("the secret called " + name);
    private static final KnownPlugins PLUGINS = new KnownPlugins(Map.of(
            "de-arbeitsschutz", Set.of("1.0.0"),
            "sa-pdpl-consent", Set.of("1.0.0"),
            "jp-working-style", Set.of("1.0.0")));

    private static final JournalInMemory JOURNAL = new JournalInMemory();

    private static Database database;
    private static org.mangrove.launcher.Keycloak server;
    private static Keycloak keycloak;
    private static List<Piece> pieces;

    private final Work work = new Work(JOURNAL, KeycloakProvisioningIT::digest);

    @BeforeAll
    static void start(@TempDir Path folder) {
        var state = StateFolder.at(folder);
        Ports ports = Ports.free();
        database = Database.start(state, ports, List.of("eu"), Progress.printedTo(System.out));
        server = org.mangrove.launcher.Keycloak.start(state, ports, database, Progress.printedTo(System.out));
        Keycloak.setClientProvider(new JerseyClients());
        keycloak = KeycloakBuilder.builder()
                .serverUrl(server.url().toString())
                .realm("master")
                .grantType("client_credentials")
                .clientId(server.provisioner().name())
                .clientSecret(server.provisioner().secret())
                .build();
        TenantsConfig config =
                switch (TenantsConfigReader.read(Path.of("../../tenants-config"), PLUGINS, ENVIRONMENT)) {
                    case Reading.Faulty(List<Problem> problems) -> throw new AssertionError(problems);
                    case Reading.Understood(TenantsConfig understood) -> understood;
                };
        URI address = URI.create("http://localhost:8080");
        var surroundings = new Surroundings(address, address, server.url(), KEY, KEY, ENVIRONMENT);
        pieces = KeycloakPieces.of(config, keycloak, surroundings, any -> true);
    }

    @AfterAll
    static void stop() {
        keycloak.close();
        server.close();
        database.close();
    }

    @Test
    @Order(1)
    void an_apply_that_breaks_off_says_where_it_stood() {
        int breaksAt = 7;
        var broken = new java.util.ArrayList<>(pieces);
        broken.set(breaksAt - 1, new Broken(pieces.get(breaksAt - 1)));

        Outcome outcome = work.apply(broken);

        assertThat(outcome.stopped()).hasValueSatisfying(stopped -> {
            assertThat(stopped.number()).isEqualTo(breaksAt);
            assertThat(stopped.total()).isEqualTo(pieces.size());
            assertThat(stopped.cause()).contains("the cable was pulled");
        });
        assertThat(outcome.done()).hasSize(breaksAt - 1);
    }

    @Test
    @Order(2)
    void running_it_again_completes_it() {
        Outcome outcome = work.apply(pieces);

        assertThat(outcome.before())
                .hasValueSatisfying(before -> assertThat(before.number()).isEqualTo(7));
        assertThat(outcome.stopped()).isEmpty();
        assertThat(outcome.done()).hasSize(pieces.size() - 6);
    }

    @Test
    @Order(3)
    void then_there_is_nothing_to_do_and_that_is_known_fast() {
        long began = System.nanoTime();
        List<Change> plan = work.plan(pieces);
        long milliseconds = (System.nanoTime() - began) / 1_000_000;

        assertThat(plan).isEmpty();
        System.out.println("Planned in " + milliseconds + " ms");
        assertThat(work.apply(pieces).done()).isEmpty();
        assertThat(milliseconds).isLessThan(5_000);
    }

    @Test
    @Order(4)
    void clients_have_the_secret_that_the_node_derives() {
        var client = keycloak.realm("acme-eu")
                .clients()
                .findByClientId("mangrove-acme-de")
                .getFirst();

        assertThat(client.getSecret()).isEqualTo(ClientSecret.derive(KEY, "acme-eu", "mangrove-acme-de"));
        assertThat(client.getOptionalClientScopes()).contains("organization");
        assertThat(client.getRedirectUris())
                .contains(
                        "http://acme-de.localhost:8080/sign-on/callback",
                        "http://localhost:8080/t/acme-de/sign-on/callback");
    }

    @Test
    @Order(5)
    void the_companys_provider_speaks_for_its_own_addresses_only() {
        var provider = keycloak.realm("acme-jp")
                .identityProviders()
                .get("acme-jp-company")
                .toRepresentation();

        assertThat(provider.getConfig())
                .containsEntry("filteredByClaim", "true")
                .containsEntry("claimFilterName", "email");
        assertThat("taro@acme-jp.example").matches(provider.getConfig().get("claimFilterValue"));
        assertThat("taro@other.example").doesNotMatch(provider.getConfig().get("claimFilterValue"));
        assertThat("taro@acme-jp.example.evil.example")
                .doesNotMatch(provider.getConfig().get("claimFilterValue"));
    }

    @Test
    @Order(6)
    void what_other_hands_changed_is_told_and_set_right() {
        var realm = keycloak.realm("acme-eu");
        var changed = realm.toRepresentation();
        changed.setBruteForceProtected(false);
        realm.update(changed);
        var client = realm.clients().findByClientId("mangrove-acme-de").getFirst();
        client.setRedirectUris(List.of("https://evil.example/*"));
        realm.clients().get(client.getId()).update(client);

        assertThat(work.plan(pieces))
                .containsExactly(
                        new Change(
                                Change.Nature.DRIFT,
                                new Thing(Thing.Kind.REALM, "acme-eu", "acme-eu"),
                                List.of("bruteForceProtected")),
                        new Change(
                                Change.Nature.DRIFT,
                                new Thing(Thing.Kind.CLIENT, "acme-eu", "mangrove-acme-de"),
                                List.of("client.redirectUris")));

        assertThat(work.apply(pieces).done()).hasSize(2);
        assertThat(work.plan(pieces)).isEmpty();
    }

    private static String digest(String wanted) {
        return ClientSecret.derive(KEY, "digest", wanted);
    }

    /** Cannot be applied. */
    private record Broken(Piece whole) implements Piece {

        @Override
        public Thing thing() {
            return whole.thing();
        }

        @Override
        public JsonNode wanted() {
            return whole.wanted();
        }

        @Override
        public Optional<JsonNode> find() {
            return whole.find();
        }

        @Override
        public void apply() {
            throw new IllegalStateException("the cable was pulled");
        }
    }
}

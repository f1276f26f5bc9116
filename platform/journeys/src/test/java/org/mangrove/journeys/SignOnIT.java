package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mangrove.launcher.Stack;

/** Signing on and off with the real Keycloak: what it is meant for, and what somebody with ill will would try. */
@ExtendWith(WholeStack.class)
class SignOnIT {

    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final Pattern ID_TOKEN = Pattern.compile("\"id_token\":\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("\"link\":\"([^\"]+)\"");
    private static final Pattern SWITCH = Pattern.compile("href=\"([^\"]*/t/acme-at/sign-on)\"");
    private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-1234567890";

    private record Tokens(String access, String id) {}

    @Test
    void people_of_a_company_with_a_provider_of_its_own_never_see_our_sign_on(WholeStack.Site site) {
        try (var haruka = new Visitor(site, "ja")) {
            haruka.signOn("acme-jp", "haruka.sato", Learner.PASSWORD);

            assertThat(haruka.askedBy())
                    .isNotEmpty()
                    .allMatch(page -> page.getPath().startsWith("/realms/acme-jp-company/"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/t/acme-de, katrin.hoffmann",
        "/t/acme-de, jonas.weber",
        "/t/acme-de, sabine.krueger",
        "/t/acme-de, miriam.vogel",
        "/t/acme-de, thomas.albrecht",
        "/t/acme-sa, sultan.almutairi",
        "/t/acme-jp, yumi.tanaka",
        "/t/borealis-jp, makoto.hayashi",
        "/e/acme, ingrid.falk",
        "/e/acme, oliver.stein",
        "/e/borealis, helga.brenner"
    })
    void everybody_has_a_page_to_start_from(String place, String user, WholeStack.Site site) {
        try (var visitor = new Visitor(site, "en")) {
            var start = visitor.arrive(place + "/", user, Learner.PASSWORD);

            assertThat(start.status()).as("%s", start.address()).isEqualTo(200);
            assertThat(start.text()).containsPattern("<h1[ >]").contains("action=\"" + place + "/sign-out\"");
        }
    }

    @Test
    void who_is_not_of_the_house_is_told_so_and_has_no_session(WholeStack.Site site) {
        try (var lena = new Visitor(site, "de")) {
            var refused = lena.arrive("/t/acme-at/sign-on?back=/catalogue", "lena.brandt", Learner.PASSWORD);

            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.address().getPath()).isEqualTo("/t/acme-at/sign-on/no-access");
            assertThat(lena.go("/t/acme-at/catalogue").isRedirect()).isTrue();
        }
    }

    @Test
    void what_keycloak_sends_back_counts_once_and_in_the_browser_that_asked(WholeStack.Site site) {
        try (var lena = new Visitor(site, "de");
                var thief = new Visitor(site, "de")) {
            URI callback = lena.comeBackWith("/t/acme-de/sign-on", "lena.brandt", Learner.PASSWORD);

            assertThat(lena.follow(thief.visit(callback)).address().getPath())
                    .as("another browser has not asked")
                    .isEqualTo("/t/acme-de/sign-on/failed");
            assertThat(thief.go("/t/acme-de/catalogue").isRedirect()).isTrue();

            try (var before = lena.twin()) {
                assertThat(lena.follow(lena.visit(callback)).status()).isEqualTo(200);
                assertThat(before.follow(before.visit(callback)).address().getPath())
                        .as("a second time")
                        .isEqualTo("/t/acme-de/sign-on/failed");
                assertThat(before.go("/t/acme-de/catalogue").isRedirect()).isTrue();
            }
        }
    }

    @Test
    void an_answer_to_one_tenants_question_is_none_to_anothers(WholeStack.Site site) {
        try (var clara = new Visitor(site, "de")) {
            URI callback = clara.comeBackWith("/t/acme-de/sign-on", "clara.lindner", Learner.PASSWORD);

            var elsewhere =
                    clara.follow(clara.visit(URI.create(callback.toString().replace("/t/acme-de/", "/t/acme-at/"))));

            assertThat(elsewhere.address().getPath()).isEqualTo("/t/acme-at/sign-on/failed");
        }
    }

    @Test
    void a_session_that_was_there_before_signing_on_is_not_the_one_after(WholeStack.Site site) {
        try (var lena = new Visitor(site, "de")) {
            lena.signOn("acme-de", "lena.brandt", Learner.PASSWORD);
            try (var whoKnowsTheOld = lena.twin()) {
                assertThat(whoKnowsTheOld.go("/t/acme-de/catalogue").status()).isEqualTo(200);

                lena.follow(lena.go("/t/acme-de/sign-on?back=/catalogue"));

                assertThat(lena.go("/t/acme-de/catalogue").status()).isEqualTo(200);
                assertThat(whoKnowsTheOld.go("/t/acme-de/catalogue").isRedirect())
                        .as("the old session is over")
                        .isTrue();
            }
        }
    }

    @Test
    void who_belongs_to_two_tenants_switches_and_signing_out_ends_both(WholeStack.Site site) {
        try (var clara = new Visitor(site, "de")) {
            clara.signOn("acme-de", "clara.lindner", Learner.PASSWORD);
            int asked = clara.askedBy().size();
            assertThat(clara.go("/t/acme-at/catalogue").isRedirect())
                    .as("not before she wants to")
                    .isTrue();

            var there = clara.follow(
                    clara.visit(URI.create(clara.go("/t/acme-de/tenants").find(SWITCH))));
            assertThat(there.status()).isEqualTo(200);
            assertThat(there.address().getPath()).startsWith("/t/acme-at/");
            assertThat(clara.askedBy()).as("without being asked again").hasSize(asked);

            clara.go("/t/acme-de/catalogue");
            try (var before = clara.twin()) {
                var out = clara.submit("/t/acme-de/sign-out", Map.of());
                assertThat(clara.follow(out).address().getPath()).isEqualTo("/t/acme-de/signed-out");

                assertThat(before.go("/t/acme-de/catalogue").isRedirect()).isTrue();
                await(
                        "Keycloak ends the session at the other tenant",
                        () -> before.go("/t/acme-at/catalogue").isRedirect());
            }
            clara.follow(clara.go("/t/acme-de/sign-on"));
            assertThat(clara.arrive("/t/acme-de/sign-on", "clara.lindner", Learner.PASSWORD)
                            .status())
                    .isEqualTo(200);
            assertThat(clara.askedBy().size()).as("she is asked again").isGreaterThan(asked);
        }
    }

    @Test
    void a_token_opens_its_own_tenant_and_nothing_else(WholeStack.Site site, Stack stack) {
        try (var lena = new Visitor(site, "de");
                var program = new Visitor(site, "de")) {
            Tokens tokens = tokens(lena, site, stack, "acme-eu", "acme-de", "lena.brandt");

            assertThat(program.withToken("/t/acme-de/catalogue", tokens.access())
                            .status())
                    .isEqualTo(200);
            assertThat(program.withToken("/catalogue", tokens.access()).status())
                    .as("the token names the tenant")
                    .isEqualTo(200);
            for (String place : List.of("/t/acme-at/catalogue", "/t/borealis-de/catalogue", "/e/acme/masters")) {
                assertThat(program.withToken(place, tokens.access()).status())
                        .as(place)
                        .isEqualTo(401);
            }
            assertThat(program.withToken("/t/acme-de/catalogue", tokens.id()).status())
                    .as("an ID token")
                    .isEqualTo(401);
            String[] parts = tokens.access().split("\\.");
            String forged = parts[0] + "." + parts[1] + "." + new StringBuilder(parts[2]).reverse();
            assertThat(program.withToken("/t/acme-de/catalogue", forged).status())
                    .as("another signature")
                    .isEqualTo(401);
            assertThat(program.withToken("/t/acme-de/catalogue", unsigned(parts))
                            .status())
                    .as("no signature")
                    .isEqualTo(401);
            assertThat(program.withToken(
                                    "/t/acme-de/catalogue", stack.keycloak().operatorToken())
                            .status())
                    .as("an operator's")
                    .isEqualTo(401);
        }
    }

    @Test
    void an_invitation_makes_one_admin_once_and_not_after_its_day(WholeStack.Site site, Stack stack) {
        Rows eu = Rows.ofCell(stack, "eu");
        try (var maria = new Visitor(site, "de");
                var david = new Visitor(site, "de")) {
            maria.signOn("borealis-de", "maria.schulz", Learner.PASSWORD);
            david.signOn("borealis-de", "david.neumann", Learner.PASSWORD);
            assertThat(maria.go("/t/borealis-de/people").status()).isEqualTo(403);

            String token = invitation(site, stack, "borealis-de");
            assertThat(maria.go("/t/borealis-de/invitation?token=" + token).status())
                    .isEqualTo(200);
            assertThat(maria.follow(maria.submit("/t/borealis-de/invitation", Map.of("token", List.of(token))))
                            .status())
                    .isEqualTo(200);
            assertThat(maria.go("/t/borealis-de/people").status()).isEqualTo(200);

            assertThat(david.go("/t/borealis-de/invitation?token=" + token).status())
                    .as("used")
                    .isEqualTo(404);
            String late = invitation(site, stack, "borealis-de");
            eu.change("update identity_invitation set until_at = '2020-01-01 00:00:00' where used_by is null");
            assertThat(david.go("/t/borealis-de/invitation?token=" + late).status())
                    .as("late")
                    .isEqualTo(404);
            String elsewhere = invitation(site, stack, "acme-de");
            assertThat(david.go("/t/borealis-de/invitation?token=" + elsewhere).status())
                    .as("another tenant's")
                    .isEqualTo(404);
            assertThat(david.go("/t/borealis-de/people").status()).isEqualTo(403);
        }
    }

    @Test
    void choosing_a_language_keeps_the_page(WholeStack.Site site) {
        try (var lena = new Visitor(site, "de")) {
            lena.signOn("acme-de", "lena.brandt", Learner.PASSWORD);
            lena.go("/t/acme-de/catalogue?sort=title");

            var english = lena.submit(
                    "/t/acme-de/language", Map.of("language", List.of("en"), "back", List.of("/catalogue?sort=title")));

            assertThat(english.address().toString()).endsWith("/t/acme-de/catalogue?sort=title");
            assertThat(english.text()).contains("<html lang=\"en");
            var away = lena.submit(
                    "/t/acme-de/language", Map.of("language", List.of("de"), "back", List.of("//example.org/")));
            assertThat(away.address().getAuthority()).isEqualTo(site.url().getAuthority());
        }
    }

    @Test
    void a_form_of_other_hands_changes_nothing_with_or_without_files(WholeStack.Site site) {
        try (var lena = new Visitor(site, "de");
                var oliver = new Visitor(site, "en")) {
            lena.signOn("acme-de", "lena.brandt", Learner.PASSWORD);
            var url = lena.submitForged("/t/acme-de/language", Map.of("language", List.of("en")));
            assertThat(url.status()).isEqualTo(403);

            assertThat(oliver.arrive("/e/acme/masters", "oliver.stein", Learner.PASSWORD)
                            .status())
                    .isEqualTo(200);
            assertThat(oliver.upload("/e/acme/masters", "").status())
                    .as("without the token")
                    .isEqualTo(403);
            assertThat(oliver.upload("/e/acme/masters", oliver.csrf()).status())
                    .as("with the token it is looked at, and is no package")
                    .isNotEqualTo(403);
        }
    }

    @Test
    void a_session_that_ends_in_the_midst_of_a_form_leads_back_to_it_and_keeps_what_was_written(
            WholeStack.Site site, Stack stack) {
        try (var lena = new Visitor(site, "de")) {
            lena.signOn("acme-de", "lena.brandt", Learner.PASSWORD);
            lena.go("/t/acme-de/catalogue");
            Rows.ofCell(stack, "eu").change("delete from identity_session");
            String written = "Was ich <b>geschrieben</b> habe";

            var told = lena.submit(
                    "/t/acme-de/courses/information-security-essentials/blocks/q-passphrase/answer",
                    Map.of("answer", List.of(written)));

            assertThat(told.status()).isEqualTo(401);
            assertThat(told.type()).startsWith("text/html");
            assertThat(told.text())
                    .contains("Was ich &lt;b&gt;geschrieben&lt;/b&gt; habe")
                    .contains("/t/acme-de/sign-on?back=")
                    .doesNotContain(lena.csrf());
            assertThat(lena.follow(lena.go("/t/acme-de/sign-on?back=/catalogue"))
                            .status())
                    .as("no loop: Keycloak still knows her")
                    .isEqualTo(200);
        }
    }

    @Test
    void nobody_talks_us_into_encryption_that_is_not_there(WholeStack.Site site) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(site.url() + "/t/acme-de/sign-on"))
                            .header("X-Forwarded-Proto", "https")
                            .header("Forwarded", "proto=https;host=evil.example")
                            .header("X-Forwarded-Host", "evil.example")
                            .build(),
                    HttpResponse.BodyHandlers.discarding());

            assertThat(answer.headers().firstValue("Location").orElseThrow())
                    .contains(encoded(site.url() + "/t/acme-de/sign-on/callback"))
                    .doesNotContain("evil.example");
            assertThat(answer.headers().allValues("Set-Cookie"))
                    .isNotEmpty()
                    .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
        }
    }

    /** What a program of the tenant's gets when somebody lets it act for them. */
    private static Tokens tokens(
            Visitor visitor, WholeStack.Site site, Stack stack, String realm, String tenant, String user) {
        String client = "mangrove-" + tenant;
        String callback = site.url() + "/t/" + tenant + "/sign-on/callback";
        String keycloak = stack.keycloak().url() + "/realms/" + realm + "/protocol/openid-connect";
        String question = keycloak + "/auth?"
                + form(Map.of(
                        "response_type",
                        "code",
                        "client_id",
                        client,
                        "redirect_uri",
                        callback,
                        "scope",
                        "openid organization:" + tenant,
                        "code_challenge",
                        challenge(),
                        "code_challenge_method",
                        "S256"));
        URI back = visitor.comeBackWith(question, user, Learner.PASSWORD);
        String code = back.getQuery().replaceAll(".*\\bcode=([^&]+).*", "$1");
        var answer = visitor.send(
                keycloak + "/token",
                form(Map.of(
                        "grant_type", "authorization_code",
                        "client_id", client,
                        "client_secret", secret(stack, realm, client),
                        "code", code,
                        "redirect_uri", callback,
                        "code_verifier", VERIFIER)));
        return new Tokens(answer.find(ACCESS_TOKEN), answer.find(ID_TOKEN));
    }

    private static String invitation(WholeStack.Site site, Stack stack, String tenant) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(
                                    URI.create(site.url() + "/operator/api/tenants/" + tenant + "/admin-invitations"))
                            .header(
                                    "Authorization",
                                    "Bearer " + stack.keycloak().operatorToken())
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            var link = LINK.matcher(answer.body());
            assertThat(link.find()).as(answer.body()).isTrue();
            return link.group(1).replaceAll(".*token=", "");
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private static String secret(Stack stack, String realm, String client) {
        try {
            var secrets = new Properties();
            secrets.load(new StringReader(Files.readString(stack.state().path().resolve("secrets.properties"))));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(
                    secrets.getProperty("client-secret-key").getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal((realm + "/" + client).getBytes(StandardCharsets.UTF_8)));
        } catch (IOException | GeneralSecurityException failed) {
            throw new AssertionError(failed);
        }
    }

    private static String challenge() {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String unsigned(String[] parts) {
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        return none + "." + parts[1] + ".";
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void await(String what, BooleanSupplier wanted) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!wanted.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadline);
            try {
                TimeUnit.MILLISECONDS.sleep(200);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new AssertionError(stopped);
            }
        }
    }
}

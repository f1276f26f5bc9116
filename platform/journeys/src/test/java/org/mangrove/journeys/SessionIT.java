package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Stack;

/** What a sign-on leaves behind in a browser: when it begins, what it opens, and how it ends, here and at Keycloak. */
@ExtendWith(WholeStack.class)
class SessionIT {

    private static final Pattern SWITCH = Pattern.compile("href=\"([^\"]*/t/acme-at/sign-on)\"");

    @Test
    void a_session_that_was_there_before_signing_on_is_not_the_one_after(WholeStack.Site site) {
        try (var lena = new Visitor(site, "de")) {
            lena.signOn(Learner.LENA);
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
                Patience.USUAL.until(
                        "Keycloak has ended the session at the other tenant",
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
    void a_session_that_ends_in_the_midst_of_a_form_leads_back_to_it_and_keeps_what_was_written(
            WholeStack.Site site, Stack stack) {
        try (var lena = new Visitor(site, "de")) {
            lena.signOn(Learner.LENA);
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
}

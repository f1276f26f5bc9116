package org.mangrove.core.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.EnterpriseId;

class TidingsTest {

    private static final Enterprise ACME =
            new Enterprise(new EnterpriseId(1), "acme", Map.of(), Locale.ENGLISH, "acme-eu");

    private final Core core = new Core();
    private final Tidings tidings = new Tidings();

    TidingsTest() {
        tidings.client = core;
    }

    @Test
    void of_two_about_the_same_only_the_newer_is_told_and_only_once() throws InterruptedException {
        tell("acme-de", "old");
        tell("acme-de", "new");
        tell("acme-at", "other");

        tidings.send("eu", ACME);
        tidings.send("eu", ACME);

        assertThat(core.heard).containsExactlyInAnyOrder("new", "other");
    }

    @Test
    void what_cannot_be_told_now_is_told_when_the_core_is_back() throws InterruptedException {
        core.isGone = true;
        tell("acme-de", "first");
        tidings.send("eu", ACME);
        tidings.send("sa", ACME);
        assertThat(core.heard).isEmpty();

        core.isGone = false;
        tidings.send("eu", ACME);

        assertThat(core.heard).containsExactly("first");
    }

    @Test
    void what_the_core_refuses_keeps_nobody_from_being_heard() throws InterruptedException {
        tell("acme-de", "refused");
        tell("acme-at", "fine");
        tell("acme-ch", "fine, too");

        tidings.send("eu", ACME);

        assertThat(core.heard).containsExactlyInAnyOrder("fine", "fine, too");
    }

    @Test
    void what_is_long_goes_in_several_requests() throws InterruptedException {
        for (int each = 0; each < 5; each++) {
            tell("acme-" + each, "x".repeat(600_000));
        }

        tidings.send("eu", ACME);

        assertThat(core.heard).hasSize(5);
        assertThat(core.requests).isEqualTo(5);
    }

    private void tell(String subject, String payload) {
        tidings.tell("eu", ACME.id(), new Tiding("adaptation.market", subject, payload));
    }

    /** Takes everything but what says that it should not. */
    private static final class Core extends FeedClient {

        private final List<String> heard = new ArrayList<>();
        private boolean isGone;
        private int requests;

        @Override
        public boolean tell(String cell, Enterprise enterprise, List<Tiding> told) throws IOException {
            if (isGone) {
                throw new IOException("nobody there");
            }
            requests++;
            if (told.stream().anyMatch(tiding -> tiding.payload().equals("refused"))) {
                return false;
            }
            told.forEach(tiding -> heard.add(tiding.payload()));
            return true;
        }
    }
}

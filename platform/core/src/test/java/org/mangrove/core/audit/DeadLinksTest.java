package org.mangrove.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mangrove.core.audit.SampleAsset.inventory;
import static org.mangrove.core.audit.SampleAsset.named;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mangrove.core.audit.Evidence.LinkFails;
import org.mangrove.core.audit.LinkAnswer.Gone;
import org.mangrove.core.audit.LinkAnswer.There;
import org.mangrove.core.audit.LinkAnswer.Undecided;

class DeadLinksTest {

    @Test
    void tells_where_a_link_stands_that_leads_nowhere_and_asks_each_only_once() throws InterruptedException {
        var asked = Collections.synchronizedList(new ArrayList<URI>());
        LinkProbe probe = address -> {
            asked.add(address);
            return address.getPath().equals("/gone") ? new Gone(Gone.Why.NOT_FOUND, 410) : new There(200);
        };

        Detection found = new DeadLinks(probe)
                .look(inventory(
                        named("a")
                                .says(Locale.ENGLISH, "[x](https://example.org/gone#a)", "https://example.org/fine")
                                .says(Locale.GERMAN, "https://example.org/gone.")
                                .asset(),
                        named("b")
                                .says(Locale.ENGLISH, "https://example.org/fine")
                                .asset()));

        assertThat(found.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.subjects()).containsExactly("a");
            assertThat(finding.evidence())
                    .containsExactly(new LinkFails(
                            "https://example.org/gone",
                            List.of("b0/body (en)", "b2/body (de)"),
                            new Gone(Gone.Why.NOT_FOUND, 410)));
        });
        assertThat(asked)
                .containsExactlyInAnyOrder(
                        URI.create("https://example.org/gone"), URI.create("https://example.org/fine"));
    }

    @Test
    void what_cannot_be_said_today_is_not_known() throws InterruptedException {
        Detection found = new DeadLinks(address -> new Undecided(Undecided.Why.TOO_SLOW))
                .look(inventory(
                        named("a").says(Locale.ENGLISH, "https://example.org/").asset()));

        assertThat(found.findings()).isEmpty();
        assertThat(found.notKnown()).containsExactly("a");
    }

    @Test
    void what_is_no_address_leads_nowhere() throws InterruptedException {
        Detection found = new DeadLinks(address -> new There(200))
                .look(inventory(
                        named("a").says(Locale.ENGLISH, "https://exa%mple/%zz").asset()));

        assertThat(found.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.evidence().getFirst())
                        .isInstanceOfSatisfying(
                                LinkFails.class,
                                fails -> assertThat(fails.answer()).isEqualTo(new Gone(Gone.Why.NO_ADDRESS, 0))));
    }

    @Test
    void no_server_is_asked_more_than_six_things_at_once() throws InterruptedException {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        LinkProbe probe = address -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            LockSupport.parkNanos(10_000);
            now.decrementAndGet();
            return new There(200);
        };
        String[] links = IntStream.range(0, 500)
                .mapToObj(at -> "https://example.org/" + at)
                .toArray(String[]::new);

        new DeadLinks(probe)
                .look(inventory(named("a").says(Locale.ENGLISH, links).asset()));

        assertThat(most.get()).isBetween(1, 6);
    }

    @Test
    void a_mistake_of_ours_is_no_answer() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new DeadLinks(address -> {
                            throw new IllegalArgumentException("ours");
                        })
                        .look(inventory(named("a")
                                .says(Locale.ENGLISH, "https://example.org/")
                                .asset())));
    }
}

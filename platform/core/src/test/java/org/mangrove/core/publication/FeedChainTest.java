package org.mangrove.core.publication;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedChainTest {

    private static final String EPOCH = "6f1b7c52-0b0e-4d1f-9f55-1f1f7d0b7a11";
    private static final FeedHead START = new FeedHead(EPOCH, 0, FeedChain.START, "");

    private final List<FeedEntry> chain = chainOf("acme", 5);

    @Test
    void accepts_an_unbroken_chain() {
        assertThatNoException().isThrownBy(() -> FeedChain.mustContinue("acme", START, chain));
    }

    @Test
    void accepts_the_rest_of_a_chain_from_where_the_cell_stands() {
        var third = chain.get(2);

        assertThatNoException()
                .isThrownBy(() ->
                        FeedChain.mustContinue("acme", new FeedHead(EPOCH, 3, third.hash(), ""), chain.subList(3, 5)));
    }

    @Test
    void refuses_a_flipped_byte() {
        var changed = new ArrayList<>(chain);
        var third = chain.get(2);
        changed.set(
                2,
                new FeedEntry(
                        third.epoch(),
                        third.number(),
                        third.previousHash(),
                        third.hash(),
                        FeedItem.of("course", "three", "{\"title\":\"Four\"}")));

        refuses("acme", changed, "entry 3 was changed");
    }

    @Test
    void refuses_a_skipped_number() {
        refuses("acme", List.of(chain.get(0), chain.get(2)), "entry 3 follows 1");
    }

    @Test
    void refuses_a_replay() {
        refuses("acme", List.of(chain.get(0), chain.get(0)), "entry 1 follows 1");
    }

    @Test
    void refuses_the_entries_of_another_enterprise() {
        refuses("acme", chainOf("borealis", 2), "another enterprise's");
    }

    @Test
    void refuses_a_chain_of_another_epoch() {
        var other = FeedChain.link("acme", "another", 1, FeedChain.START, FeedItem.of("course", "one", "{}"));

        refuses("acme", List.of(other), "another epoch");
    }

    @Test
    void refuses_an_entry_that_hangs_elsewhere() {
        var forged = FeedChain.link("acme", EPOCH, 2, "f".repeat(64), FeedItem.of("course", "two", "{}"));

        refuses("acme", List.of(chain.get(0), forged), "does not hang on the one before");
    }

    private static void refuses(String enterprise, List<FeedEntry> entries, String reason) {
        assertThatExceptionOfType(BrokenFeed.class)
                .isThrownBy(() -> FeedChain.mustContinue(enterprise, START, entries))
                .withMessageContaining(reason);
    }

    private static List<FeedEntry> chainOf(String enterprise, int length) {
        var entries = new ArrayList<FeedEntry>();
        String previous = FeedChain.START;
        for (int number = 1; number <= length; number++) {
            var item = FeedItem.of("course", "course-" + number, "{\"title\":\"" + number + "\"}");
            entries.add(FeedChain.link(enterprise, EPOCH, number, previous, item));
            previous = entries.getLast().hash();
        }
        return entries;
    }
}

package org.mangrove.core.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mangrove.core.publication.store.PositionRows;
import org.mangrove.core.publication.store.SubjectRows;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.EnterpriseId;

class FeedApplicationTest {

    private static final String FIRST = "019aa000-0000-7000-8000-000000000000";
    private static final String SECOND = "019ab000-0000-7000-8000-000000000000";
    private static final Enterprise ACME =
            new Enterprise(new EnterpriseId(1), "acme", Map.of(), Locale.ENGLISH, "acme-eu");

    private final FeedApplication application = new FeedApplication();
    private final CoursesInMemory courses = new CoursesInMemory();
    private final List<PositionRows.Position> position = new ArrayList<>();
    private final Map<SubjectRows.Subject, String> subjects = new HashMap<>();

    @BeforeEach
    void setUp() {
        application.appliers = List.of(courses);
        application.positions = new PositionRows() {
            @Override
            public Optional<Position> hold(String cell, EnterpriseId enterprise) {
                return position.stream().findFirst();
            }

            @Override
            public void put(String cell, EnterpriseId enterprise, String epoch, long number, String hash) {
                position.clear();
                position.add(new Position(epoch, number, hash, Instant.EPOCH));
            }
        };
        application.subjects = new SubjectRows() {
            @Override
            public void put(String cell, EnterpriseId enterprise, FeedEntry entry) {
                subjects.put(new Subject(entry.item().type(), entry.item().subject()), entry.epoch());
            }

            @Override
            public List<Subject> notOf(String cell, EnterpriseId enterprise, String epoch) {
                return subjects.entrySet().stream()
                        .filter(each -> !each.getValue().equals(epoch))
                        .map(Map.Entry::getKey)
                        .toList();
            }

            @Override
            public void remove(String cell, EnterpriseId enterprise, Subject gone) {
                subjects.remove(gone);
            }
        };
    }

    @Test
    void applies_entries_and_remembers_where_it_stands() {
        List<FeedEntry> entries = chain(FIRST, course("one", "a"), course("two", "b"), course("one", "c"));

        assertThat(apply(FIRST, entries)).isTrue();

        assertThat(courses.held).containsExactly(Map.entry("one", "c"), Map.entry("two", "b"));
        assertThat(position.getFirst().number()).isEqualTo(3);
        assertThat(position.getFirst().hash()).isEqualTo(entries.getLast().hash());
    }

    @Test
    void applies_nothing_if_another_node_was_faster() {
        List<FeedEntry> entries = chain(FIRST, course("one", "a"));
        apply(FIRST, entries);
        courses.held.clear();

        assertThat(apply(FIRST, entries)).isFalse();
        assertThat(courses.held).isEmpty();
    }

    @Test
    void stops_at_what_it_must_understand_and_does_not() {
        assertThatExceptionOfType(BrokenFeed.class)
                .isThrownBy(() -> apply(FIRST, chain(FIRST, FeedItem.of("unheard-of", "one", "{}"))))
                .withMessageContaining("unheard-of in schema 1: upgrade it before the core");
        assertThatExceptionOfType(BrokenFeed.class)
                .isThrownBy(() ->
                        apply(FIRST, chain(FIRST, new FeedItem("course", "one", 2, true, List.of(), "{\"new\":true}"))))
                .withMessageContaining("course in schema 2");
        assertThat(courses.held).isEmpty();
    }

    @Test
    void passes_over_what_it_need_not_understand() {
        apply(
                FIRST,
                chain(
                        FIRST,
                        new FeedItem("unheard-of", "one", 1, false, List.of(), "{}"),
                        new FeedItem("course", "one", 2, false, List.of(), "{}"),
                        course("two", "b")));

        assertThat(courses.held).containsExactly(Map.entry("two", "b"));
        assertThat(position.getFirst().number()).isEqualTo(3);
    }

    @Test
    void gives_up_what_a_new_epoch_has_not_named_once_its_state_is_complete() {
        apply(FIRST, chain(FIRST, course("one", "a"), course("two", "b")));
        List<FeedEntry> state =
                chain(SECOND, course("one", "a"), FeedItem.of(FeedChain.STATE_COMPLETE, "all", "{\"subjects\":1}"));

        apply(SECOND, state.subList(0, 1));
        assertThat(courses.held).containsOnlyKeys("one", "two");

        var from = new FeedHead(SECOND, 1, state.getFirst().hash(), "");
        application.apply("eu", ACME, from, head(state), state.subList(1, 2));
        assertThat(courses.held).containsOnlyKeys("one");
    }

    @Test
    void refuses_an_epoch_that_is_over() {
        apply(SECOND, chain(SECOND, course("one", "a")));

        assertThatExceptionOfType(BrokenFeed.class)
                .isThrownBy(() -> apply(FIRST, chain(FIRST, course("one", "old"))))
                .withMessageContaining("an epoch that is over");
        assertThat(courses.held).containsExactly(Map.entry("one", "a"));
    }

    @Test
    void refuses_entries_that_do_not_lead_to_the_signed_head() {
        List<FeedEntry> entries = chain(FIRST, course("one", "a"));
        var elsewhere = new FeedHead(FIRST, 1, "f".repeat(64), "");

        assertThatExceptionOfType(BrokenFeed.class)
                .isThrownBy(() -> application.apply("eu", ACME, start(FIRST), elsewhere, entries))
                .withMessageContaining("does not lead to the signed head");
    }

    private boolean apply(String epoch, List<FeedEntry> entries) {
        return application.apply("eu", ACME, start(epoch), head(entries), entries);
    }

    private static FeedHead start(String epoch) {
        return new FeedHead(epoch, 0, FeedChain.START, "");
    }

    private static FeedHead head(List<FeedEntry> entries) {
        FeedEntry last = entries.getLast();
        return new FeedHead(last.epoch(), last.number(), last.hash(), "");
    }

    private static FeedItem course(String subject, String payload) {
        return FeedItem.of("course", subject, payload);
    }

    private static List<FeedEntry> chain(String epoch, FeedItem... items) {
        var entries = new ArrayList<FeedEntry>();
        String previous = FeedChain.START;
        for (FeedItem item : items) {
            entries.add(FeedChain.link("acme", epoch, entries.size() + 1L, previous, item));
            previous = entries.getLast().hash();
        }
        return entries;
    }

    private static final class CoursesInMemory implements FeedApplier {

        private final Map<String, String> held = new TreeMap<>();

        @Override
        public String type() {
            return "course";
        }

        @Override
        public void apply(String cell, EnterpriseId enterprise, FeedItem item) {
            held.put(item.subject(), item.payload());
        }

        @Override
        public void remove(String cell, EnterpriseId enterprise, String subject) {
            held.remove(subject);
        }
    }
}

package org.mangrove.core.expertise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QueuesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final UUID CARLA = UUID.fromString("01890000-0000-8000-8000-00000000000a");
    private static final UUID EMIL = UUID.fromString("01890000-0000-8000-8000-00000000000b");

    @Test
    void what_nobody_can_name_a_day_for_comes_first_then_what_ends_last() {
        var experts = List.of(expert(CARLA, 40, "data-protection"), expert(EMIL, 12, "safety/DE", "pedagogy"));
        var asks = List.of(
                waiting("data-protection/DE", 10, 2),
                answered("data-protection/DE", 10),
                waiting("pedagogy", 3, 2),
                answered("pedagogy", 28),
                waiting("safety/DE", 5, -1));

        List<DomainQueue> queues = Queues.of(experts, asks, NOW);

        assertThat(queues)
                .extracting(queue -> queue.domain().text())
                .containsExactly("safety/DE", "data-protection/DE", "pedagogy", "data-protection");
        assertThat(queues.getFirst())
                .isEqualTo(new DomainQueue(domain("safety/DE"), 1, 1, 1, 5, 12, 0, new Forecast.NotAtThisRate()));
        assertThat(queues.get(1))
                .as("an expert of the subject everywhere can be asked")
                .isEqualTo(new DomainQueue(
                        domain("data-protection/DE"),
                        1,
                        1,
                        0,
                        10,
                        40,
                        10,
                        new Forecast.By(LocalDate.of(2026, 12, 21))));
        assertThat(queues.get(2).forecast()).isEqualTo(new Forecast.By(LocalDate.of(2026, 11, 26)));
        assertThat(queues.get(3).forecast()).isEqualTo(new Forecast.Done());
    }

    @Test
    void a_domain_that_nobody_knows_any_more_is_still_there_as_long_as_something_waits() {
        List<DomainQueue> queues = Queues.of(List.of(), List.of(waiting("safety/AT", 4, 1)), NOW);

        assertThat(queues).singleElement().satisfies(queue -> {
            assertThat(queue.experts()).isZero();
            assertThat(queue.minutesWaiting()).isEqualTo(4);
            assertThat(queue.forecast()).isEqualTo(new Forecast.NotAtThisRate());
        });
    }

    private static Experts.Standing expert(UUID actor, int left, String... domains) {
        return new Experts.Standing(
                new Expert(
                        actor,
                        Stream.of(domains).map(QueuesTest::domain).toList(),
                        new Budget(60, ZoneId.of("UTC")),
                        Optional.empty()),
                left);
    }

    private static Ask waiting(String domain, int minutes, int daysLeft) {
        return ask(domain, minutes, NOW.plus(Duration.ofDays(daysLeft)), AskState.OPEN, Optional.empty());
    }

    private static Ask answered(String domain, int minutes) {
        return ask(
                domain,
                minutes,
                NOW,
                AskState.ANSWERED,
                Optional.of(new Ask.Answer(Verdict.FIRST, "", Via.PAGE, NOW.minus(Duration.ofDays(2)))));
    }

    private static Ask ask(String domain, int minutes, Instant due, AskState state, Optional<Ask.Answer> answer) {
        return new Ask(
                UUID.randomUUID(),
                EMIL,
                CARLA,
                Optional.empty(),
                "a-course",
                domain(domain),
                Lane.SUBJECT,
                new Question.Choose(new Wordings("a", "b", "en", "one", "other")),
                minutes,
                NOW.minus(Duration.ofDays(5)),
                due,
                state,
                answer);
    }

    private static Domain domain(String text) {
        return Domain.read(text).orElseThrow();
    }
}

package org.mangrove.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mangrove.core.privacy.Erasures.Outlook;
import org.mangrove.core.privacy.Summaries.Summary;
import org.mangrove.core.privacy.web.KnownResource.KnownPage;

class KnownPageTest {

    @Test
    void parts_that_hold_nothing_are_told_apart_from_those_that_hold_something() {
        var learning = new Summary("learning", Map.of("enrolment", 2L), Optional.empty(), false);
        var identity = new Summary("identity", Map.of("person", 1L), Optional.empty(), false);
        var page = new KnownPage(
                List.of(nothing("a-later-one"), learning, nothing("events"), nothing("consent"), identity),
                List.of(),
                new Outlook(List.of(), List.of()),
                Optional.empty(),
                LocalDate.EPOCH);

        assertThat(page.full()).containsExactly(identity, learning);
        assertThat(page.empty()).containsExactly("consent", "events", "a-later-one");
    }

    private static Summary nothing(String holder) {
        return new Summary(holder, Map.of(), Optional.empty(), false);
    }
}

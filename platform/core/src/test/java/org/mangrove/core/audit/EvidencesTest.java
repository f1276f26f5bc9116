package org.mangrove.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.tenancy.Definitions;

class EvidencesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    @Test
    void what_is_written_down_is_read_again() {
        var passage = new Passage("b", "body", Locale.forLanguageTag("zh-Hant"), "說");
        var all = new Evidences(
                List.of(
                        new Evidence.SharedText("a", "b", 0.5, 0.75, passage, passage),
                        new Evidence.SharedSources("a", "b", 0.25, List.of("§12 arbschg")),
                        new Evidence.DayPassed(Evidence.Term.LAW, "ArbSchG § 12", DAY),
                        new Evidence.NobodyUses(Optional.empty(), DAY),
                        new Evidence.NobodyUses(Optional.of(DAY), DAY),
                        new Evidence.SaysNothing(Evidence.Place.OWNER, "tbd"),
                        new Evidence.HasLeft(Evidence.Place.STEWARD, "k.mueller"),
                        new Evidence.LinkFails(
                                "https://gone.example/",
                                List.of("b/body (en)"),
                                new LinkAnswer.Gone(LinkAnswer.Gone.Why.NOT_FOUND, 404)),
                        new Evidence.FileFails(new Digest("0".repeat(64)), List.of("b"), MediaFault.CUT_OFF),
                        new Evidence.SharedPurpose("a", "b", List.of("p"), List.of("c"), List.of("m"), List.of("w"))),
                ProposedAction.KEEP_ONE);

        assertThat(Definitions.read(Definitions.write(all), Evidences.class)).isEqualTo(all);
    }

    @Test
    void what_was_decided_is_read_again_too() {
        var details = new Act.Details(
                Set.of("https://gone.example/"), List.of(new Edit("b", "body", "en", "before", "after")), 4, "a");

        assertThat(Definitions.read(Definitions.write(details), Act.Details.class))
                .isEqualTo(details);
    }

    @Test
    void another_dead_link_is_another_mark_and_another_copy_too() {
        assertThat(links("https://a.example/").marks())
                .isNotEqualTo(links("https://b.example/").marks());
        assertThat(new Finding(
                                FindingKind.NEAR_DUPLICATE,
                                List.of("a", "b", "c"),
                                List.of(new Evidence.NobodyUses(Optional.empty(), DAY)),
                                ProposedAction.KEEP_ONE)
                        .marks())
                .isEqualTo(Set.of("a", "b", "c"));
    }

    private static Finding links(String address) {
        return new Finding(
                FindingKind.DEAD_LINK,
                List.of("a"),
                List.of(new Evidence.LinkFails(
                        address, List.of(), new LinkAnswer.Gone(LinkAnswer.Gone.Why.REFUSED, 0))),
                ProposedAction.MEND_LINK);
    }
}

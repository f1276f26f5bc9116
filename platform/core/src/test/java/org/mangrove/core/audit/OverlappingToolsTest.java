package org.mangrove.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mangrove.core.audit.Evidence.SharedPurpose;

class OverlappingToolsTest {

    private static final Set<String> CAN = Set.of("scan-codes", "sign-lists", "badge-reader");

    @Test
    void two_that_can_do_the_same_in_the_same_market_overlap_whatever_they_are_called() {
        List<Finding> found = found(
                tool("attend", "attendance", "Records who was there", CAN, "acme-de", "acme-at"),
                tool("pulse", "attendance", "Presence made easy", Set.of("scan-codes", "sign-lists"), "acme-de"));

        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.subjects()).containsExactly("attend", "pulse");
            assertThat(finding.action()).isEqualTo(ProposedAction.CHOOSE_ONE_TOOL);
            assertThat(finding.evidence())
                    .singleElement()
                    .isEqualTo(new SharedPurpose(
                            "attend",
                            "pulse",
                            List.of("attendance"),
                            List.of("scan-codes", "sign-lists"),
                            List.of("acme-de"),
                            List.of()));
        });
    }

    @Test
    void in_different_markets_or_at_different_points_they_do_not() {
        assertThat(found(
                        tool("a", "attendance", "Records who was there", CAN, "acme-de"),
                        tool("b", "attendance", "Records who was there", CAN, "acme-jp"),
                        tool("c", "catalogue", "Records who was there", CAN, "acme-de")))
                .isEmpty();
    }

    @Test
    void for_one_thing_in_common_nobody_gives_up_a_tool() {
        assertThat(found(
                        tool("a", "calendar", "Books rooms", Set.of("reminders"), "acme-de"),
                        tool("b", "calendar", "Books rooms", Set.of("reminders"), "acme-de")))
                .isEmpty();
    }

    @Test
    void where_one_does_not_say_what_it_can_do_its_purpose_tells() {
        assertThat(found(
                        tool(
                                "a",
                                "attendance",
                                "records who attended a class by scanning a code at the door",
                                CAN,
                                "acme-de"),
                        tool(
                                "b",
                                "attendance",
                                "notes who attended a session by scanning codes at the door",
                                Set.of(),
                                "acme-de"),
                        tool(
                                "c",
                                "attendance",
                                "records results of the canteen by their allergens",
                                Set.of(),
                                "acme-de")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.subjects()).containsExactly("a", "b"));
    }

    @Test
    void of_a_tool_that_says_nothing_it_is_not_known() {
        Detection detection = new OverlappingTools()
                .look(new Inventory(
                        SampleAsset.DAY,
                        List.of(),
                        List.of(tool("a", "catalogue", "TBD", Set.of(), "acme-de")),
                        Fact.unknown()));

        assertThat(detection.notKnown()).containsExactly("a");
    }

    private static AuditedTool tool(String id, String point, String purpose, Set<String> can, String... markets) {
        return new AuditedTool(id, purpose, Locale.ENGLISH, Set.of(point), can, Set.of(markets));
    }

    private static List<Finding> found(AuditedTool... tools) {
        return new OverlappingTools()
                .look(new Inventory(SampleAsset.DAY, List.of(), List.of(tools), Fact.unknown()))
                .findings();
    }
}

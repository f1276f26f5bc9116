package org.mangrove.core.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mangrove.core.identity.CoreRole;

class DecisionRightsTest {

    private static final DecisionRights SILENT = DecisionRights.of(Map.of());

    private static final DecisionRights WRITTEN = DecisionRights.of(Map.of(
            "global.may.publish-regulatory", "governor",
            "global.may.lock", "author governor",
            "global.rules.law.changes", "regulatory",
            "global.rules.law.lanes.legal", "5",
            "global.rules.law.lanes.it", "20",
            "global.rules.safety.keys", "safety-* *-lifts",
            "global.rules.safety.lanes.legal", "9",
            "global.rules.safety.four-eyes", "true",
            "emea.rules.all.lanes.regional", "7",
            "emea.may.adapt", "governor"));

    @Test
    void an_enterprise_that_says_nothing_has_it_as_before() {
        assertThat(SILENT.demand("global", "course", "any", Optional.of("REGULATORY"))
                        .isNothing())
                .isTrue();
        for (Act act : Act.values()) {
            boolean isForGovernors = Set.of(Act.LOCK, Act.CLAIM, Act.WAIVE, Act.POLICY, Act.ASSIGN)
                    .contains(act);
            assertThat(SILENT.may("global", act, Set.of(CoreRole.AUTHOR)))
                    .as("author, %s", act)
                    .isNotEqualTo(isForGovernors);
            assertThat(SILENT.may("global", act, Set.of(CoreRole.GOVERNOR)))
                    .as("governor, %s", act)
                    .isEqualTo(isForGovernors || act == Act.MEND);
            assertThat(SILENT.may("emea", act, Set.of(CoreRole.REVIEWER)))
                    .as("reviewer, %s", act)
                    .isFalse();
            assertThat(SILENT.operatorMay("global", act))
                    .as("operator, %s", act)
                    .isNotEqualTo(isForGovernors);
        }
    }

    @Test
    void what_is_said_takes_the_place_of_what_the_platform_says() {
        assertThat(WRITTEN.may("global", Act.PUBLISH_REGULATORY, Set.of(CoreRole.AUTHOR)))
                .isFalse();
        assertThat(WRITTEN.may("global", Act.PUBLISH_REGULATORY, Set.of(CoreRole.GOVERNOR)))
                .isTrue();
        assertThat(WRITTEN.operatorMay("global", Act.PUBLISH_REGULATORY)).isFalse();
        assertThat(WRITTEN.may("global", Act.LOCK, Set.of(CoreRole.AUTHOR))).isTrue();
        assertThat(WRITTEN.may("global", Act.PUBLISH_MAJOR, Set.of(CoreRole.AUTHOR)))
                .isTrue();
    }

    @Test
    void what_a_space_does_not_say_the_global_one_says() {
        assertThat(WRITTEN.may("emea", Act.LOCK, Set.of(CoreRole.AUTHOR))).isTrue();
        assertThat(WRITTEN.may("emea", Act.ADAPT, Set.of(CoreRole.AUTHOR))).isFalse();
        assertThat(WRITTEN.may("apac", Act.ADAPT, Set.of(CoreRole.AUTHOR))).isTrue();
    }

    @Test
    void what_several_rules_demand_is_demanded_together_and_the_earlier_deadline_counts() {
        Demand demand = WRITTEN.demand("global", "course", "safety-of-pumps", Optional.of("REGULATORY"));

        assertThat(demand.lanes()).isEqualTo(Map.of(Lane.LEGAL, 5, Lane.IT, 20));
        assertThat(demand.fourEyes()).isTrue();
    }

    @Test
    void a_rule_is_for_its_keys_and_classes_only() {
        assertThat(WRITTEN.demand("global", "course", "our-lifts", Optional.of("MINOR"))
                        .lanes())
                .isEqualTo(Map.of(Lane.LEGAL, 9));
        assertThat(WRITTEN.demand("global", "course", "lifts-our", Optional.of("MINOR"))
                        .isNothing())
                .isTrue();
        assertThat(WRITTEN.demand("global", "course", "xsafety-a", Optional.of("MAJOR"))
                        .isNothing())
                .isTrue();
        assertThat(WRITTEN.demand("emea", "course", "any", Optional.empty()).lanes())
                .isEqualTo(Map.of(Lane.REGIONAL, 7));
        assertThat(WRITTEN.demand("apac", "course", "any", Optional.empty()).isNothing())
                .isTrue();
    }
}

package org.mangrove.core.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.mangrove.core.approval.Handed.NOW;
import static org.mangrove.core.approval.Handed.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.Candidate;
import org.mangrove.core.content.CourseFacts;
import org.mangrove.core.content.Mandate;
import org.mangrove.core.governance.DecisionRights;
import org.mangrove.core.governance.RightsBook;
import org.mangrove.core.identity.CoreMemberships;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.EnterpriseId;

class ApprovalGateTest {

    private static final EnterpriseId ACME = new EnterpriseId(1);
    private static final UUID AUTHOR = person(1);
    private static final UUID GOVERNOR = person(2);
    private static final UUID ID = person(9);
    private static final Map<String, String> LAW = Map.of(
            "global.rules.law.changes", "regulatory",
            "global.rules.law.lanes.legal", "5",
            "global.rules.law.four-eyes", "true",
            "global.may.publish-minor", "governor",
            "emea.rules.all.lanes.regional", "7");

    private final AssetVersion version = version(4, ChangeClass.REGULATORY);

    @Test
    void an_enterprise_that_says_nothing_has_nothing_against_it() {
        ApprovalGate gate = gate(Map.of(), Optional.empty());

        assertThat(judged(gate, Mandate.own(AUTHOR), version)).isEmpty();
        assertThat(judged(gate, Mandate.own(Mandate.OPERATOR), version)).isEmpty();
        assertThat(gate.judgeOverlay(ACME, Mandate.own(AUTHOR), "lifts", "emea"))
                .isEmpty();
    }

    @Test
    void what_needs_lanes_or_four_eyes_is_not_published_directly_whichever_way_it_comes() {
        ApprovalGate gate = gate(LAW, Optional.empty());

        for (UUID actor : List.of(AUTHOR, Mandate.OPERATOR)) {
            assertThat(judged(gate, Mandate.own(actor), version))
                    .extracting(detail -> detail.reason().key())
                    .containsExactly("approval.gate.lane", "approval.gate.four-eyes");
        }
        assertThat(judged(gate, Mandate.own(AUTHOR), version(4, ChangeClass.MAJOR)))
                .isEmpty();
        assertThat(gate.judgeOverlay(ACME, Mandate.own(Mandate.OPERATOR), "lifts", "emea"))
                .extracting(Refusal.Detail::place, detail -> detail.reason().key())
                .containsExactly(tuple("emea", "approval.gate.lane"));
    }

    @Test
    void whoever_may_not_publish_does_not_either_way() {
        ApprovalGate gate = gate(LAW, Optional.empty());
        AssetVersion minor = version(4, ChangeClass.MINOR);

        assertThat(judged(gate, Mandate.own(AUTHOR), minor))
                .extracting(detail -> detail.reason().key())
                .containsExactly("approval.gate.may-not");
        assertThat(judged(gate, Mandate.own(Mandate.OPERATOR), minor)).hasSize(1);
        assertThat(judged(gate, Mandate.own(GOVERNOR), minor)).isEmpty();
        assertThat(judged(gate, Mandate.agreed(GOVERNOR, ID), version, approved(version, 3)))
                .as("a governor is no author")
                .hasSize(1);
    }

    @Test
    void what_was_approved_is_published() {
        assertThat(judged(gate(LAW, Optional.empty()), Mandate.agreed(AUTHOR, ID), version, approved(version, 3)))
                .isEmpty();
    }

    @Test
    void a_ground_that_is_another_version_another_class_another_base_or_not_approved_is_none() {
        var mandate = Mandate.agreed(AUTHOR, ID);
        ApprovalGate gate = gate(LAW, Optional.empty());

        for (Submission other : List.of(
                approved(version(4, ChangeClass.MAJOR), 3),
                approved(version, 2),
                approved(another(), 3),
                draft(version, 3))) {
            assertThatThrownBy(() -> judged(gate, mandate, version, other)).isInstanceOf(Refusal.Conflict.class);
        }
        assertThatThrownBy(() -> judged(gate, mandate, version)).isInstanceOf(Refusal.Conflict.class);
    }

    private List<Refusal.Detail> judged(ApprovalGate gate, Mandate by, AssetVersion candidate) {
        return gate.judge(ACME, by, new Candidate(candidate, Map.of()));
    }

    private List<Refusal.Detail> judged(ApprovalGate gate, Mandate by, AssetVersion candidate, Submission ground) {
        gate.submissions = found(Optional.of(ground));
        return judged(gate, by, candidate);
    }

    private static ApprovalGate gate(Map<String, String> rights, Optional<Submission> ground) {
        var gate = new ApprovalGate();
        gate.rights = new RightsBook() {
            @Override
            public DecisionRights of(EnterpriseId enterprise) {
                return DecisionRights.of(rights);
            }
        };
        gate.members = new CoreMemberships() {
            @Override
            public Set<CoreRole> roles(EnterpriseId enterprise, UUID actor) {
                return actor.equals(AUTHOR)
                        ? Set.of(CoreRole.AUTHOR)
                        : actor.equals(GOVERNOR) ? Set.of(CoreRole.GOVERNOR) : Set.of();
            }
        };
        gate.submissions = found(ground);
        return gate;
    }

    private static Submissions found(Optional<Submission> ground) {
        return new Submissions() {
            @Override
            Optional<Submission> find(EnterpriseId enterprise, UUID id) {
                return ground.filter(there -> id.equals(ID));
            }
        };
    }

    private static Submission draft(AssetVersion of, int base) {
        var parts = new TreeMap<>(Map.of("global", "a"));
        return Submission.begin(
                of.key(),
                new Revision(1, "whole", parts, of.digest().hex(), of.change().name(), base, "bytes", AUTHOR, NOW),
                Map.of());
    }

    private static Submission approved(AssetVersion of, int base) {
        return draft(of, base).putForward(AUTHOR, "", "whole", NOW);
    }

    private static AssetVersion version(int no, ChangeClass change) {
        return AssetVersion.of(
                facts(30), no, change, NOW, List.of(new Block("course", BlockKind.COURSE, new TreeMap<>())));
    }

    private static AssetVersion another() {
        return AssetVersion.of(
                facts(31),
                4,
                ChangeClass.REGULATORY,
                NOW,
                List.of(new Block("course", BlockKind.COURSE, new TreeMap<>())));
    }

    private static CourseFacts facts(int minutes) {
        return new CourseFacts(
                "lifts",
                "safety",
                minutes,
                "Lift safely",
                "Safety",
                "Design",
                LocalDate.parse("2027-01-01"),
                80,
                Optional.empty(),
                List.of(Locale.ENGLISH));
    }
}

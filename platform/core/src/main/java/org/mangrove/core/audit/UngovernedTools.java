package org.mangrove.core.audit;

import java.util.ArrayList;
import java.util.List;
import org.mangrove.core.audit.Evidence.DayPassed;
import org.mangrove.core.audit.Evidence.HasLeft;
import org.mangrove.core.audit.Evidence.Place;
import org.mangrove.core.audit.Evidence.SaysNothing;
import org.mangrove.core.audit.Evidence.Term;
import org.mangrove.core.audit.Fact.Known;
import org.mangrove.core.audit.Fact.None;
import org.mangrove.core.audit.Fact.Unknown;

/** Finds tools in use of which nobody says what they are for, for which nobody answers, or whose trial or contract is over. */
final class UngovernedTools implements Detector {

    @Override
    public FindingKind kind() {
        return FindingKind.UNGOVERNED_TOOL;
    }

    @Override
    public Detection look(Inventory inventory) {
        var findings = new ArrayList<Finding>();
        var notKnown = new ArrayList<String>();
        for (AuditedTool tool : inventory.tools()) {
            List<Evidence> evidence = switch (tool.entry()) {
                case Known<ToolEntry>(ToolEntry entry) -> wrong(tool, entry);
                case None<ToolEntry> _ ->
                    List.of(new SaysNothing(Place.OBJECTIVE, ""), new SaysNothing(Place.OWNER, ""));
                case Unknown<ToolEntry> _ -> {
                    notKnown.add(tool.id());
                    yield List.of();
                }
            };
            if (!evidence.isEmpty()) {
                findings.add(new Finding(kind(), List.of(tool.id()), evidence, ProposedAction.DECIDE_ABOUT_TOOL));
            }
        }
        return new Detection(kind(), findings, notKnown);
    }

    private static List<Evidence> wrong(AuditedTool tool, ToolEntry entry) {
        var evidence = new ArrayList<Evidence>();
        if (Placeholders.saysNothing(entry.objective())) {
            evidence.add(new SaysNothing(Place.OBJECTIVE, entry.objective()));
        }
        String owner = entry.owner().orElse("");
        if (Placeholders.saysNothing(owner)) {
            evidence.add(new SaysNothing(Place.OWNER, owner));
        } else if (entry.isOwnerGone()) {
            evidence.add(new HasLeft(Place.OWNER, owner));
        }
        entry.trialEnded().ifPresent(day -> evidence.add(new DayPassed(Term.TRIAL, tool.id(), day)));
        entry.contractEnded().ifPresent(day -> evidence.add(new DayPassed(Term.CONTRACT, tool.id(), day)));
        return evidence;
    }
}

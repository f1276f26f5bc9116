package org.mangrove.core.policy.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.pages.TypedForm;
import org.mangrove.core.policy.Policies;
import org.mangrove.core.policy.PolicyDefinition;
import org.mangrove.core.policy.PolicyFacts;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** What a governor has written into the form of the next version, as far as it makes sense. */
record WrittenPolicy(TypedForm form, PolicyDefinition definition) {

    Policies.Draft draft() {
        var figures = new TreeMap<String, String>();
        definition.figures().forEach(figure -> figures.put(figure.subject(), form.value(figure.subject())));
        return new Policies.Draft(
                new WrittenFigure(form).seen(),
                change(),
                effectiveFrom(),
                new PolicyFacts(form.value("owner"), form.value("steward"), form.value("objective"), reviewDue()),
                form.value("reason"),
                figures);
    }

    private ChangeClass change() {
        return Stream.of(ChangeClass.values())
                .filter(change -> change.name().equals(form.value("change")))
                .findFirst()
                .orElseThrow(() -> new Refusal.Invalid("change", Message.of("policy.no-such-change")));
    }

    private Optional<LocalDate> effectiveFrom() {
        return Optional.of(form.value("effectiveFrom"))
                .filter(text -> !text.isEmpty())
                .map(text -> WrittenFigure.day(text)
                        .orElseThrow(() -> new Refusal.Invalid("effectiveFrom", Message.of("policy.no-day"))));
    }

    /** What is no day is one that is over, for which the service has words. */
    private LocalDate reviewDue() {
        return WrittenFigure.day(form.value("reviewDue")).orElse(LocalDate.EPOCH);
    }
}

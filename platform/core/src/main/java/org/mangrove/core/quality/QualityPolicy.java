package org.mangrove.core.quality;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mangrove.core.policy.Figure;
import org.mangrove.core.policy.PolicyDefinition;
import org.mangrove.core.policy.PolicySource;
import org.mangrove.core.policy.Range;
import org.mangrove.core.policy.Stricter;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.sdk.Message;

/** The rubric's figures as a policy: what an enterprise chooses for all, and a region or a market more strictly for itself. */
@ApplicationScoped
public class QualityPolicy implements PolicySource {

    public static final String SLUG = "quality";

    private static final String SEVERITY = "severity";

    @Override
    public PolicyDefinition definition() {
        return of(RubricFile.PLATFORM);
    }

    static PolicyDefinition of(Rubric rubric) {
        var figures = new ArrayList<Figure>();
        for (CriterionKind kind : CriterionKind.values()) {
            Criterion criterion = rubric.of(kind);
            if (criterion.mayWarn()) {
                figures.add(severity(criterion));
            }
            criterion.parameters().forEach((name, parameter) -> {
                if (parameter.least() < parameter.most()) {
                    figures.add(new Figure(
                            kind.word(),
                            name,
                            name(kind),
                            Message.of("quality.figure." + name),
                            new Range.Numbers(parameter.least(), parameter.most()),
                            parameter.stricter(),
                            String.valueOf(parameter.value())));
                }
            });
        }
        return new PolicyDefinition(
                SLUG,
                Message.of("quality.policy.title"),
                Message.of("quality.policy.lead"),
                "Everybody can read, see and hear what they are taught",
                figures);
    }

    private static Figure severity(Criterion criterion) {
        return new Figure(
                criterion.kind().word(),
                SEVERITY,
                name(criterion.kind()),
                Message.of("quality.severity"),
                new Range.Choice(List.of(option(Severity.WARNS), option(Severity.BLOCKS))),
                Stricter.HIGHER,
                criterion.severity().word());
    }

    private static Range.Option option(Severity severity) {
        return new Range.Option(severity.word(), Message.of("quality.severity-" + severity.word()));
    }

    private static Message name(CriterionKind kind) {
        return Message.of("quality.criterion." + kind.word());
    }

    @Override
    public Map<String, String> declared(Enterprise enterprise) {
        var declared = new TreeMap<String, String>();
        enterprise.quality().forEach((name, value) -> {
            if (!name.startsWith("escalation.")) {
                declared.put(name.replaceFirst("\\.", "/"), value);
            }
        });
        return declared;
    }
}

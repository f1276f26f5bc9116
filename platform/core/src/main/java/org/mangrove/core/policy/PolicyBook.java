package org.mangrove.core.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.sdk.Message;

/** Which policies there are. */
@ApplicationScoped
public class PolicyBook {

    private static final String NOBODY_YET = "Governors of the core";

    @Inject
    Instance<PolicySource> sources;

    public List<PolicyDefinition> all() {
        return sources.stream()
                .map(PolicySource::definition)
                .sorted(Comparator.comparing(PolicyDefinition::slug))
                .toList();
    }

    public Optional<PolicyDefinition> find(String slug) {
        return all().stream().filter(each -> each.slug().equals(slug)).findFirst();
    }

    /** @throws Refusal.NotFound if there is no such policy */
    public PolicyDefinition must(String slug) {
        return find(slug).orElseThrow(() -> new Refusal.NotFound(Message.of("policy.not-found")));
    }

    /** What holds as long as no version is there. */
    static PolicyVersion unpublished(PolicyDefinition definition, Map<String, String> values, Instant since) {
        return PolicyVersion.of(
                definition.slug(),
                0,
                ChangeClass.MINOR,
                since,
                new PolicyFacts(
                        NOBODY_YET,
                        NOBODY_YET,
                        definition.objective(),
                        LocalDate.ofInstant(since, ZoneOffset.UTC).plusYears(1)),
                "",
                definition.blocks(values));
    }

    /** What the operator's file says, by subject. */
    Map<String, String> declared(Enterprise enterprise, String slug) {
        return sources.stream()
                .filter(source -> source.definition().slug().equals(slug))
                .findFirst()
                .map(source -> source.declared(enterprise))
                .orElse(Map.of());
    }
}

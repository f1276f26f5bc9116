package org.mangrove.core.regulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.Masters;
import org.mangrove.core.lineage.RuleBook;
import org.mangrove.core.lineage.RuleBook.MadeClaim;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantRegister;

/** Finds what rests on a law. */
@ApplicationScoped
public class Foundations {

    @Inject
    RuleBook rules;

    @Inject
    Masters masters;

    @Inject
    TenantRegister register;

    /** The courses that rest on what changes, by their keys. */
    @Transactional
    public List<Affected> find(EnterpriseId enterprise, LawChange change) {
        Map<String, List<MadeClaim>> byCourse = new TreeMap<>();
        rules.allClaims(enterprise).stream()
                .filter(made -> change.touches(made.claim()))
                .forEach(made -> byCourse.computeIfAbsent(made.claim().asset(), first -> new ArrayList<>())
                        .add(made));
        return byCourse.entrySet().stream()
                .flatMap(entry -> masters.findCurrent(enterprise, entry.getKey()).stream()
                        .map(version -> affected(version, entry.getValue())))
                .toList();
    }

    /** The markets in which the law holds. */
    @Transactional
    public List<TenantProfile> markets(EnterpriseId enterprise, LawChange change) {
        return register.tenantsOf(enterprise).stream()
                .filter(tenant -> change.isOf(tenant.tenant().jurisdictions()))
                .toList();
    }

    private static Affected affected(AssetVersion version, List<MadeClaim> claims) {
        return new Affected(
                version.key(),
                version.facts().owner(),
                version.facts().steward(),
                version.no(),
                version.digest().hex(),
                claims.stream().map(MadeClaim::id).toList(),
                claims.stream()
                        .map(made -> Affected.textOf(made.claim()))
                        .distinct()
                        .sorted()
                        .toList());
    }
}

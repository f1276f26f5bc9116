package org.mangrove.core.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import org.mangrove.core.privacy.Outcome.Finding;
import org.mangrove.core.tenancy.TenantProfile;

/** Does the search for somebody anew, by identifiers that are given again: the register has only digests of them. */
@ApplicationScoped
public class Verifications {

    @Inject
    Registration registration;

    @Inject
    Subjects subjects;

    @Inject
    Replays replays;

    @Inject
    Proof proof;

    /** @param registered whether the register knows an erasure of somebody of these identifiers */
    public record Verified(String tenant, boolean registered, List<Finding> findings) {}

    /** @param identifiers one a line */
    public Verified verify(TenantProfile tenant, String identifiers) {
        String emails = identifiers
                .lines()
                .filter(line -> line.contains("@") && !line.contains(" "))
                .collect(Collectors.joining("\n"));
        String accounts = identifiers.lines().filter(line -> line.contains(" ")).collect(Collectors.joining("\n"));
        Known who = registration.named(tenant, emails, accounts);
        return new Verified(
                tenant.tenant().slug(),
                replays.find(tenant, who.subject()).isPresent(),
                proof.search(tenant, subjects.traces(who), List.of()));
    }
}

package org.mangrove.core.policy.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.mangrove.core.policy.PolicyVersion;
import org.mangrove.core.tenancy.EnterpriseCopy;
import org.mangrove.core.tenancy.EnterpriseId;

/** A published version of a policy as a cell holds it. */
@Entity
@Table(name = "policy_version_copy")
public class PolicyVersionCopy extends EnterpriseCopy {

    @Column(name = "policy_slug", nullable = false)
    private String policy;

    @Column(name = "number", nullable = false)
    private int number;

    @Column(name = "effective_from", nullable = false)
    private Instant effectiveFrom;

    @Column(name = "document", nullable = false)
    private String document;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected PolicyVersionCopy() {}

    public PolicyVersionCopy(EnterpriseId enterprise, PolicyVersion version) {
        super(enterprise, idOf(version.slug() + "/" + version.no()));
        this.policy = version.slug();
        this.number = version.no();
        this.effectiveFrom = version.effectiveFrom();
        this.document = version.write();
    }

    /** The same row each time the same thing is applied. */
    public static UUID idOf(String subject) {
        return UUID.nameUUIDFromBytes(("policy-version/" + subject).getBytes(StandardCharsets.UTF_8));
    }

    public PolicyVersion version() {
        return PolicyVersion.read(document);
    }
}

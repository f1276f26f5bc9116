package org.mangrove.core.lineage.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.tenancy.EnterpriseCopy;
import org.mangrove.core.tenancy.EnterpriseId;

/** What spaces above demand of one asset, or of a type of assets, as a cell holds it. */
@Entity
@Table(name = "lineage_rules_copy")
public class RulesCopy extends EnterpriseCopy {

    @Column(name = "subject", nullable = false)
    private String subject;

    @Column(name = "digest", nullable = false)
    private String digest;

    @Column(name = "document", nullable = false)
    private String document;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected RulesCopy() {}

    public RulesCopy(EnterpriseId enterprise, String subject, String document) {
        super(enterprise, idOf(subject));
        this.subject = subject;
        this.digest = Digest.of(document.getBytes(StandardCharsets.UTF_8)).hex();
        this.document = document;
    }

    /** The same row each time the same thing is applied. */
    public static UUID idOf(String subject) {
        return UUID.nameUUIDFromBytes(("rules/" + subject).getBytes(StandardCharsets.UTF_8));
    }

    public String subject() {
        return subject;
    }

    public String document() {
        return document;
    }
}

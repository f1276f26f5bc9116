package org.mangrove.core.mail.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.mail.NoticeKind;
import org.mangrove.core.tenancy.TenantOwned;
import org.mangrove.sdk.TenantId;

/** What somebody does not want to be told by mail. Its id is the person's. */
@Entity
@Table(name = "mail_choice")
public class MailChoiceRow extends TenantOwned {

    @Column(name = "unwanted", nullable = false)
    private String unwanted;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected MailChoiceRow() {}

    public MailChoiceRow(TenantId tenant, UUID person, Instant now) {
        super(tenant, person);
        this.unwanted = "";
        this.changedAt = now;
    }

    public void choose(Set<NoticeKind> kinds, Instant now) {
        unwanted = kinds.stream().sorted().map(NoticeKind::name).collect(Collectors.joining(","));
        changedAt = now;
    }

    public Set<NoticeKind> unwanted() {
        return Stream.of(unwanted.split(","))
                .filter(kind -> !kind.isEmpty())
                .map(NoticeKind::valueOf)
                .collect(Collectors.toSet());
    }

    public Instant changedAt() {
        return changedAt;
    }
}

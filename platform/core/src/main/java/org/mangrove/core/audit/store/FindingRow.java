package org.mangrove.core.audit.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** What was found. */
@Entity
@Table(name = "audit_finding")
public class FindingRow extends EnterpriseOwned {

    @Column(name = "kind", nullable = false, updatable = false)
    private String kind;

    @Column(name = "subjects", nullable = false)
    private String subjects;

    @Column(name = "marks", nullable = false)
    private String marks;

    @Column(name = "title", nullable = false)
    private String title;

    @Column(name = "title_language", nullable = false)
    private String titleLanguage;

    @Column(name = "owner", nullable = false)
    private String owner;

    @Column(name = "document", nullable = false)
    private String document;

    @Column(name = "came_run", nullable = false)
    private UUID cameRun;

    @Column(name = "seen_run", nullable = false)
    private UUID seenRun;

    @Column(name = "gone_run")
    private @Nullable UUID goneRun;

    @Column(name = "first_seen_at", nullable = false, updatable = false)
    private Instant firstSeenAt;

    @Column(name = "seen_at", nullable = false)
    private Instant seenAt;

    @Column(name = "gone_at")
    private @Nullable Instant goneAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected FindingRow() {}

    public FindingRow(EnterpriseId enterprise, String kind, UUID run, FindingWords words, Instant now) {
        super(enterprise, Uuids.next());
        this.kind = kind;
        this.cameRun = run;
        this.firstSeenAt = now;
        write(run, words, now);
    }

    /** It was found again; what was gone has come back. */
    public void seeAgain(UUID run, FindingWords words, Instant now) {
        if (goneAt != null) {
            cameRun = run;
            goneRun = null;
            goneAt = null;
        }
        write(run, words, now);
    }

    private void write(UUID run, FindingWords words, Instant now) {
        subjects = words.subjects();
        marks = words.marks();
        title = words.title();
        titleLanguage = words.titleLanguage();
        owner = words.owner();
        document = words.document();
        seenRun = run;
        seenAt = now;
    }

    public void missed(UUID run, Instant now) {
        goneRun = run;
        goneAt = now;
    }

    public String document() {
        return document;
    }

    public FindingMark mark() {
        return new FindingMark(
                id(),
                kind,
                subjects,
                marks,
                title,
                titleLanguage,
                owner,
                cameRun,
                seenRun,
                goneRun,
                firstSeenAt,
                seenAt,
                goneAt);
    }

    public Optional<Instant> goneAt() {
        return Optional.ofNullable(goneAt);
    }
}

package org.mangrove.core.conversion.store;

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

/** What a document of an author became, and what the author has said of it since. */
@Entity
@Table(name = "conversion_draft")
public class DraftRow extends EnterpriseOwned {

    @Column(name = "author_id", nullable = false, updatable = false)
    private UUID author;

    @Column(name = "file_name", nullable = false, updatable = false)
    private String fileName;

    @Column(name = "content", nullable = false, updatable = false)
    private String content;

    @Column(name = "answers", nullable = false)
    private String answers;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "ends_at", nullable = false, updatable = false)
    private Instant endsAt;

    @Column(name = "discarded_at")
    private @Nullable Instant discardedAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected DraftRow() {}

    public DraftRow(
            EnterpriseId enterprise,
            UUID author,
            String fileName,
            String content,
            String answers,
            Instant now,
            Instant endsAt) {
        super(enterprise, Uuids.next());
        this.author = author;
        this.fileName = fileName;
        this.content = content;
        this.answers = answers;
        this.createdAt = now;
        this.endsAt = endsAt;
    }

    public void answer(String said) {
        answers = said;
    }

    /** Once more does no harm. */
    public void discard(Instant now) {
        if (discardedAt == null) {
            discardedAt = now;
        }
    }

    public void restore() {
        discardedAt = null;
    }

    public UUID author() {
        return author;
    }

    public String fileName() {
        return fileName;
    }

    public String content() {
        return content;
    }

    public String answers() {
        return answers;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant endsAt() {
        return endsAt;
    }

    public Optional<Instant> discardedAt() {
        return Optional.ofNullable(discardedAt);
    }
}

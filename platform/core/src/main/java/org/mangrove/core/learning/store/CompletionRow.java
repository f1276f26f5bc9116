package org.mangrove.core.learning.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.learning.Completion;
import org.mangrove.core.tenancy.TenantOwned;
import org.mangrove.sdk.TenantId;

/** A course that somebody has passed. Never changed. */
@Entity
@Table(name = "learning_completion")
public class CompletionRow extends TenantOwned {

    @Column(name = "person_id", nullable = false, updatable = false)
    private UUID person;

    @Column(name = "course_slug", nullable = false, updatable = false)
    private String course;

    @Column(name = "version_number", nullable = false, updatable = false)
    private int version;

    @Column(name = "effective_digest", nullable = false, updatable = false)
    private String digest;

    @Column(name = "title", nullable = false, updatable = false)
    private String title;

    @Column(name = "title_language", nullable = false, updatable = false)
    private String titleLanguage;

    @Column(name = "attempt", nullable = false, updatable = false)
    private int attempt;

    @Column(name = "score", nullable = false, updatable = false)
    private int score;

    @Column(name = "completed_at", nullable = false, updatable = false)
    private Instant completedAt;

    @Column(name = "completed_on", nullable = false, updatable = false)
    private LocalDate completedOn;

    @Column(name = "valid_until", updatable = false)
    private @Nullable LocalDate validUntil;

    @Column(name = "evidence", nullable = false, updatable = false)
    private boolean evidence;

    @Column(name = "code", nullable = false, updatable = false)
    private String code;

    @Column(name = "statement_id", updatable = false)
    private @Nullable UUID statement;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected CompletionRow() {}

    /**
     * @param evidence whether the law demands that it can be shown
     * @param statement what tells of it in the learning record
     */
    public CompletionRow(TenantId tenant, Completion completion, boolean evidence, UUID statement) {
        super(tenant, completion.id());
        this.person = completion.person();
        this.course = completion.course();
        this.version = completion.version();
        this.digest = completion.digest().hex();
        this.title = completion.title();
        this.titleLanguage = completion.titleLanguage().toLanguageTag();
        this.attempt = completion.attempt();
        this.score = completion.score();
        this.completedAt = completion.completedAt();
        this.completedOn = completion.completedOn();
        this.validUntil = completion.validUntil().orElse(null);
        this.evidence = evidence;
        this.code = completion.code();
        this.statement = statement;
    }

    public boolean isEvidence() {
        return evidence;
    }

    /** Unknown of what was passed before it was written down here. */
    public Optional<UUID> statement() {
        return Optional.ofNullable(statement);
    }

    public Completion completion() {
        return new Completion(
                id(),
                person,
                course,
                version,
                new Digest(digest),
                title,
                Locale.forLanguageTag(titleLanguage),
                attempt,
                score,
                completedAt,
                completedOn,
                Optional.ofNullable(validUntil),
                code);
    }
}

package org.mangrove.core.regulation.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.regulation.Affected;
import org.mangrove.core.regulation.LawNotice;
import org.mangrove.core.regulation.LawTask;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** What has to be done in a course since a law changes. */
@Entity
@Table(name = "regulation_task")
public class LawTaskRow extends EnterpriseOwned {

    @Column(name = "change_id", nullable = false, updatable = false)
    private UUID change;

    @Column(name = "course_slug", nullable = false, updatable = false)
    private String course;

    @Column(name = "texts", nullable = false, updatable = false)
    private String texts;

    @Column(name = "claims", nullable = false, updatable = false)
    private int claims;

    @Column(name = "version_before", nullable = false, updatable = false)
    private int versionBefore;

    @Column(name = "digest_before", nullable = false, updatable = false)
    private String digestBefore;

    @Column(name = "asked_actor")
    private @Nullable UUID askedActor;

    @Column(name = "asked_by")
    private @Nullable UUID askedBy;

    @Column(name = "asked_at")
    private @Nullable Instant askedAt;

    @Column(name = "version_after")
    private @Nullable Integer versionAfter;

    @Column(name = "digest_after")
    private @Nullable String digestAfter;

    @Column(name = "effective_after")
    private @Nullable Instant effectiveAfter;

    @Column(name = "answered_by")
    private @Nullable UUID answeredBy;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected LawTaskRow() {}

    public LawTaskRow(EnterpriseId enterprise, UUID change, Affected affected) {
        super(enterprise, Uuids.next());
        this.change = change;
        this.course = affected.course();
        this.texts = Definitions.write(affected.texts());
        this.claims = affected.claims().size();
        this.versionBefore = affected.version();
        this.digestBefore = affected.digest();
    }

    /** Whoever was asked before is not asked any more. */
    public void ask(UUID actor, UUID by, Instant now) {
        askedActor = actor;
        askedBy = by;
        askedAt = now;
    }

    public void answer(LawNotice.Answer answer, UUID by, Instant now) {
        versionAfter = answer.version();
        digestAfter = answer.digest();
        effectiveAfter = answer.effectiveFrom();
        answeredBy = by;
        answeredAt = now;
    }

    public UUID change() {
        return change;
    }

    public LawTask task() {
        return new LawTask(
                id(),
                course,
                List.of(Definitions.read(texts, String[].class)),
                claims,
                versionBefore,
                digestBefore,
                askedActor == null || askedAt == null
                        ? Optional.empty()
                        : Optional.of(new LawTask.AskedOf(askedActor, askedAt)),
                versionAfter == null || digestAfter == null || effectiveAfter == null
                        ? Optional.empty()
                        : Optional.of(new LawNotice.Answer(versionAfter, digestAfter, effectiveAfter)));
    }
}

package org.mangrove.core.authoring.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.mangrove.core.authoring.Act;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** What somebody has done in a draft, and how it stood after that. */
@Entity
@Table(name = "authoring_step")
public class DraftStepRow extends EnterpriseOwned {

    @Column(name = "draft_id", nullable = false, updatable = false)
    private UUID draft;

    @Column(name = "number", nullable = false, updatable = false)
    private int number;

    @Enumerated(EnumType.STRING)
    @Column(name = "act", nullable = false, updatable = false)
    private Act act;

    @Column(name = "subject", nullable = false, updatable = false)
    private String subject;

    @Column(name = "actor_id", nullable = false, updatable = false)
    private UUID actor;

    @Column(name = "done_at", nullable = false)
    private Instant doneAt;

    @Column(name = "undo_to", nullable = false, updatable = false)
    private int undoTo;

    @Column(name = "redo_to", nullable = false, updatable = false)
    private int redoTo;

    @Column(name = "outline", nullable = false)
    private String outline;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected DraftStepRow() {}

    /**
     * @param subject the block that it is about; empty if it is about the course
     * @param undoTo the step to which undoing leads; 0 if there is nothing to undo
     * @param redoTo the step to which redoing leads; 0 if nothing was undone
     */
    public DraftStepRow(
            CourseDraftRow draft,
            int number,
            Act act,
            String subject,
            UUID actor,
            Instant now,
            int undoTo,
            int redoTo,
            String outline) {
        super(draft.enterprise(), Uuids.next());
        this.draft = draft.id();
        this.number = number;
        this.act = act;
        this.subject = subject;
        this.actor = actor;
        this.doneAt = now;
        this.undoTo = undoTo;
        this.redoTo = redoTo;
        this.outline = outline;
    }

    /** The same person goes on writing the same. */
    public void goOn(Instant now, String content) {
        doneAt = now;
        outline = content;
    }

    public int number() {
        return number;
    }

    public Act act() {
        return act;
    }

    public String subject() {
        return subject;
    }

    public UUID actor() {
        return actor;
    }

    public Instant doneAt() {
        return doneAt;
    }

    public int undoTo() {
        return undoTo;
    }

    public int redoTo() {
        return redoTo;
    }

    public String outline() {
        return outline;
    }
}

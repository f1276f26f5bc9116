package org.mangrove.core.authoring.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.authoring.DraftState;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** A course in the making. What it says is in its last step. */
@Entity
@Table(name = "authoring_draft")
public class CourseDraftRow extends EnterpriseOwned {

    @Column(name = "course", nullable = false)
    private String course;

    @Column(name = "basis", nullable = false)
    private int basis;

    /** The course of which nobody else may begin a draft. */
    @Column(name = "open_course")
    private @Nullable String openCourse;

    @Column(name = "title", nullable = false)
    private String title;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private DraftState state;

    @Column(name = "step", nullable = false)
    private int step;

    @Column(name = "begun_by", nullable = false, updatable = false)
    private UUID begunBy;

    @Column(name = "begun_at", nullable = false, updatable = false)
    private Instant begunAt;

    @Column(name = "changed_by", nullable = false)
    private UUID changedBy;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    /** The digest of what was put before those who have to agree. */
    @Column(name = "put_forward")
    private @Nullable String putForward;

    @Column(name = "put_forward_step", nullable = false)
    private int putForwardStep;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected CourseDraftRow() {}

    /** @param course of which it becomes a version; empty if it becomes a course of its own */
    public CourseDraftRow(EnterpriseId enterprise, String course, int basis, String title, UUID actor, Instant now) {
        super(enterprise, Uuids.next());
        this.course = course;
        this.basis = basis;
        this.openCourse = course.isEmpty() ? null : course;
        this.title = title;
        this.state = DraftState.OPEN;
        this.begunBy = actor;
        this.begunAt = now;
        this.changedBy = actor;
        this.changedAt = now;
    }

    /** @param name what the draft is called from now on */
    public void step(int number, String name, UUID actor, Instant now) {
        step = number;
        title = name;
        changedBy = actor;
        changedAt = now;
    }

    /** What it is held against from now on. */
    public void rest(int version) {
        basis = version;
    }

    /** @param digest of the version that it would make as it is now */
    public void putForward(String digest) {
        putForward = digest;
        putForwardStep = step;
    }

    /** What was put forward is a version now. Who has gone on writing since goes on from it. */
    public void become(String key, int version, Instant now) {
        putForward = null;
        course = key;
        basis = version;
        if (step == putForwardStep) {
            end(DraftState.PUBLISHED, now);
        } else {
            openCourse = key;
        }
    }

    public void end(DraftState how, Instant now) {
        state = how;
        openCourse = null;
        endedAt = now;
    }

    public void reopen() {
        state = DraftState.OPEN;
        openCourse = course.isEmpty() ? null : course;
        endedAt = null;
    }

    public String course() {
        return course;
    }

    public int basis() {
        return basis;
    }

    public String title() {
        return title;
    }

    public DraftState state() {
        return state;
    }

    public int step() {
        return step;
    }

    public UUID changedBy() {
        return changedBy;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }
}

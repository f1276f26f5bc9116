package org.mangrove.core.learning.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.learning.Progress;
import org.mangrove.core.learning.Standing;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.TenantOwned;
import org.mangrove.sdk.TenantId;

/** One person takes part in one course. */
@Entity
@Table(name = "learning_enrolment")
public class EnrolmentRow extends TenantOwned {

    private static final String UNDER_WAY = "UNDER_WAY";
    private static final String COMPLETED = "COMPLETED";

    @Column(name = "person_id", nullable = false, updatable = false)
    private UUID person;

    @Column(name = "course_slug", nullable = false, updatable = false)
    private String course;

    @Column(name = "state", nullable = false)
    private String state;

    @Column(name = "progress", nullable = false)
    private String progress;

    @Column(name = "done_steps", nullable = false)
    private int doneSteps;

    @Column(name = "all_steps", nullable = false)
    private int allSteps;

    @Column(name = "begun_at", nullable = false, updatable = false)
    private Instant begunAt;

    @Column(name = "touched_at", nullable = false)
    private Instant touchedAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected EnrolmentRow() {}

    public EnrolmentRow(TenantId tenant, UUID person, String course, int steps, Instant now) {
        super(tenant, Uuids.next());
        this.person = person;
        this.course = course;
        this.state = UNDER_WAY;
        this.progress = Definitions.write(Progress.none());
        this.allSteps = steps;
        this.begunAt = now;
        this.touchedAt = now;
    }

    public void move(Progress to, Standing standing, Instant now) {
        progress = Definitions.write(to);
        doneSteps = standing.done();
        allSteps = standing.steps();
        touchedAt = now;
    }

    public void complete() {
        state = COMPLETED;
    }

    public void reopen() {
        state = UNDER_WAY;
    }

    public UUID person() {
        return person;
    }

    public String course() {
        return course;
    }

    public boolean isCompleted() {
        return state.equals(COMPLETED);
    }

    public Progress progress() {
        return Definitions.read(progress, Progress.class);
    }

    /** From 0 to 1, as of the version that the person last saw. */
    public double share() {
        return allSteps == 0 ? 0 : (double) doneSteps / allSteps;
    }

    public Instant begunAt() {
        return begunAt;
    }

    public Instant touchedAt() {
        return touchedAt;
    }
}

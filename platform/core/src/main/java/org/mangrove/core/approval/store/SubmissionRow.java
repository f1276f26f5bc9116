package org.mangrove.core.approval.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.mangrove.core.approval.State;
import org.mangrove.core.approval.Submission;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** A candidate on its way. All of it is in the document; the columns beside it are for finding it. */
@Entity
@Table(name = "approval_submission")
public class SubmissionRow extends EnterpriseOwned {

    @Column(name = "course_slug", nullable = false, updatable = false)
    private String course;

    @Column(name = "title", nullable = false)
    private String title;

    @Column(name = "title_language", nullable = false)
    private String titleLanguage;

    @Column(name = "state", nullable = false)
    private String state;

    @Column(name = "is_open", nullable = false)
    private boolean open;

    @Column(name = "begun_by", nullable = false, updatable = false)
    private UUID begunBy;

    @Column(name = "begun_at", nullable = false, updatable = false)
    private Instant begunAt;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @Column(name = "document", nullable = false)
    private String document;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected SubmissionRow() {}

    public SubmissionRow(
            EnterpriseId enterprise, UUID actor, String title, String language, Submission submission, Instant now) {
        super(enterprise, Uuids.next());
        this.course = submission.course();
        this.title = title;
        this.titleLanguage = language;
        this.state = submission.state().name();
        this.open = submission.state().open();
        this.begunBy = actor;
        this.begunAt = now;
        this.changedAt = now;
        this.document = Definitions.write(submission);
    }

    public void become(Submission submission, Instant now) {
        state = submission.state().name();
        open = submission.state().open();
        changedAt = now;
        document = Definitions.write(submission);
    }

    public void call(String newTitle, String language) {
        title = newTitle;
        titleLanguage = language;
    }

    public Submission submission() {
        return Definitions.read(document, Submission.class);
    }

    public State state() {
        return State.valueOf(state);
    }

    public String course() {
        return course;
    }

    public String title() {
        return title;
    }

    public String titleLanguage() {
        return titleLanguage;
    }

    public UUID begunBy() {
        return begunBy;
    }

    public Instant changedAt() {
        return changedAt;
    }
}

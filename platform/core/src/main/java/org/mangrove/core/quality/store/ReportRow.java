package org.mangrove.core.quality.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.quality.KeptReport;
import org.mangrove.core.quality.Report;
import org.mangrove.core.quality.ReportJson;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** The report of a version as it was judged when somebody wanted to publish it. */
@Entity
@Table(name = "quality_report")
public class ReportRow extends EnterpriseOwned {

    @Column(name = "course_slug", nullable = false, updatable = false)
    private String course;

    @Column(name = "number", nullable = false, updatable = false)
    private int number;

    @Column(name = "outcome", nullable = false, updatable = false)
    private String outcome;

    @Column(name = "points", nullable = false)
    private int points;

    @Column(name = "judged_for", nullable = false)
    private UUID judgedFor;

    @Column(name = "judged_at", nullable = false)
    private Instant judgedAt;

    @Column(name = "document", nullable = false)
    private String document;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected ReportRow() {}

    public ReportRow(
            EnterpriseId enterprise,
            String course,
            int number,
            KeptReport.Outcome outcome,
            UUID actor,
            Report report,
            Instant now) {
        super(enterprise, Uuids.next());
        this.course = course;
        this.number = number;
        this.outcome = outcome.name();
        this.points = report.points();
        this.judgedFor = actor;
        this.judgedAt = now;
        this.document = ReportJson.write(report);
    }

    /** What is refused may be handed in again under the same number, and be refused for other reasons. */
    public void judgeAgain(UUID actor, Report report, Instant now) {
        points = report.points();
        judgedFor = actor;
        judgedAt = now;
        document = ReportJson.write(report);
    }

    public KeptReport report() {
        return new KeptReport(
                course, number, KeptReport.Outcome.valueOf(outcome), points, judgedAt, ReportJson.read(document));
    }
}

package org.mangrove.core.quality.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.mangrove.core.quality.KeptReport;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** Reports of versions. */
@ApplicationScoped
public class ReportStore extends EnterpriseStore<ReportRow> {

    public ReportStore() {
        super(ReportRow.class);
    }

    public Optional<ReportRow> find(EnterpriseId enterprise, String course, int number, KeptReport.Outcome outcome) {
        return where(enterprise, "e.course = :course and e.number = :number and e.outcome = :outcome")
                .setParameter("course", course)
                .setParameter("number", number)
                .setParameter("outcome", outcome.name())
                .uniqueResultOptional();
    }

    /** Of one course, the newest version first. */
    public List<ReportRow> of(EnterpriseId enterprise, String course, KeptReport.Outcome outcome, int most) {
        return where(enterprise, "e.course = :course and e.outcome = :outcome", "e.number desc")
                .setParameter("course", course)
                .setParameter("outcome", outcome.name())
                .setMaxResults(most)
                .getResultList();
    }

    /** Of all courses, what was judged last first. */
    public List<ReportRow> latest(EnterpriseId enterprise, KeptReport.Outcome outcome, int most) {
        return where(enterprise, "e.outcome = :outcome", "e.judgedAt desc")
                .setParameter("outcome", outcome.name())
                .setMaxResults(most)
                .getResultList();
    }
}

package org.mangrove.core.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mangrove.core.learning.store.CompletionStore;
import org.mangrove.core.learning.store.DutySheetRow;
import org.mangrove.core.learning.store.DutySheetStore;
import org.mangrove.core.learning.store.EnrolmentStore;
import org.mangrove.sdk.TenantId;

/** Reads all that is kept of somebody's learning, each kind as it is at one moment. */
@ApplicationScoped
class LearningRead {

    private static final int MOST = 100_000;

    @Inject
    EnrolmentStore enrolments;

    @Inject
    CompletionStore completions;

    @Inject
    DutySheetStore duties;

    /** Somebody takes part in a course. */
    record Taken(UUID id, String course, boolean completed, Progress progress, Instant begunAt, Instant touchedAt) {}

    /** Somebody has passed a course. */
    record Passed(Completion completion, boolean evidence) {}

    @Transactional
    List<Taken> enrolments(TenantId tenant, UUID person) {
        return enrolments.of(tenant, person, MOST).stream()
                .map(row -> new Taken(
                        row.id(), row.course(), row.isCompleted(), row.progress(), row.begunAt(), row.touchedAt()))
                .toList();
    }

    @Transactional
    List<Passed> completions(TenantId tenant, UUID person) {
        return completions.of(tenant, person, MOST).stream()
                .map(row -> new Passed(row.completion(), row.isEvidence()))
                .toList();
    }

    @Transactional
    List<Duty> duties(TenantId tenant, UUID person) {
        return duties.find(tenant, person).map(DutySheetRow::duties).orElse(List.of());
    }
}

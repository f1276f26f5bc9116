package org.mangrove.core.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import org.mangrove.core.approval.store.SubmissionRow;
import org.mangrove.core.approval.store.SubmissionStore;
import org.mangrove.core.content.MasterStates;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.sdk.Message;

/** Tells the masters' pages what is on its way to become their next version. */
@ApplicationScoped
public class Underway implements MasterStates {

    private static final int MOST = 500;

    @Inject
    SubmissionStore store;

    @Override
    @Transactional
    public Map<String, Standing> of(EnterpriseId enterprise) {
        var furthest = new HashMap<String, SubmissionRow>();
        for (SubmissionRow row : store.some(enterprise, true, MOST)) {
            if (row.state() != State.DRAFT) {
                furthest.merge(row.course(), row, (one, other) -> other.state() == State.APPROVED ? other : one);
            }
        }
        var standings = new HashMap<String, Standing>();
        furthest.forEach((course, row) -> standings.put(
                course,
                new Standing(
                        Message.of("approval.state." + row.state().word()),
                        row.state() == State.APPROVED ? Tone.SUCCESS : Tone.INFO,
                        "/approvals/" + row.id())));
        return standings;
    }
}

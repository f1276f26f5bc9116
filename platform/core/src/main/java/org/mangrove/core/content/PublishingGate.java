package org.mangrove.core.content;

import java.util.List;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.EnterpriseId;

/**
 * Judges a version before it is published. Gates are found by CDI, so that slices above this one can have a say without being
 * known here.
 */
public interface PublishingGate {

    /**
     * Called within the transaction of the publication, before anything of the version is written.
     *
     * @param by who publishes it, and on what ground
     * @return all that speaks against it; the version is published if no gate has anything to say
     */
    List<Refusal.Detail> judge(EnterpriseId enterprise, Mandate by, Candidate candidate);

    /**
     * The same before what a region or a market says otherwise is published from the core, if it is not what is there.
     *
     * @param course the key of the master
     */
    default List<Refusal.Detail> judgeOverlay(EnterpriseId enterprise, Mandate by, String course, String space) {
        return List.of();
    }
}

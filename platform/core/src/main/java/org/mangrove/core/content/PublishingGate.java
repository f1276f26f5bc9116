package org.mangrove.core.content;

import java.util.List;
import java.util.UUID;
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
     * @param actor who publishes it
     * @return all that speaks against it; the version is published if no gate has anything to say
     */
    List<Refusal.Detail> judge(EnterpriseId enterprise, UUID actor, Candidate candidate);
}

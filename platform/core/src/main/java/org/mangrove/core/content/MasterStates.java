package org.mangrove.core.content;

import java.util.Map;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.sdk.Message;

/** What is on its way to become the next version of a master. Told by a slice above, and found by CDI. */
public interface MasterStates {

    /** @param place where to look at it */
    record Standing(Message state, Tone tone, String place) {}

    /** By the keys of the masters; the furthest of each. */
    Map<String, Standing> of(EnterpriseId enterprise);
}

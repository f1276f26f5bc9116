package org.mangrove.core.content;

import java.util.List;
import java.util.Map;
import org.mangrove.core.tenancy.EnterpriseId;

/** Knows to whom versions of masters are owed. A bean of a slice above that takes over what others propose. */
public interface VersionCredits {

    /** Names by the number of the version. In the transaction that is under way. */
    Map<Integer, List<String>> of(EnterpriseId enterprise, String course);
}

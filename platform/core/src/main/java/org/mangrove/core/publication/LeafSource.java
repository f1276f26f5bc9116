package org.mangrove.core.publication;

import java.util.List;
import org.mangrove.core.tenancy.EnterpriseId;

/** Knows in the core which leaves there are at present. A CDI bean; found by its type. Called within a transaction of the core. */
public interface LeafSource {

    /** The type of its leaves; see {@link Leaf#type()}. */
    String type();

    /** Another one whenever the leaves are others. Asked often: cheap. */
    String mark(EnterpriseId enterprise);

    /** All there are. */
    List<Leaf> leaves(EnterpriseId enterprise);
}

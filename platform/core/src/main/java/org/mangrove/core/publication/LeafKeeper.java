package org.mangrove.core.publication;

import java.util.List;
import org.mangrove.core.tenancy.EnterpriseId;

/** Keeps leaves in a cell. A CDI bean; found by its type. Called within a transaction of the cell. */
public interface LeafKeeper {

    /** The type of leaves that it keeps; see {@link Leaf#type()}. */
    String type();

    /** @param leaves all there are: what is not among them is given up */
    void keep(String cell, EnterpriseId enterprise, List<Leaf> leaves);
}

package org.mangrove.core.adaptation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.mangrove.core.adaptation.store.SharedCopy;
import org.mangrove.core.adaptation.store.SharedCopyStore;
import org.mangrove.core.publication.Leaf;
import org.mangrove.core.publication.LeafKeeper;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.EnterpriseId;

/** Keeps in a cell what markets let all others read, and nothing that they have taken back. */
@ApplicationScoped
public class SharedKeeper implements LeafKeeper {

    @Inject
    SharedCopyStore copies;

    @Override
    public String type() {
        return SharedWords.LEAF;
    }

    @Override
    public void keep(String cell, EnterpriseId enterprise, List<Leaf> leaves) {
        copies.keepOnly(
                cell,
                enterprise,
                leaves.stream().map(leaf -> UUID.fromString(leaf.subject())).toList());
        leaves.forEach(leaf -> copies.put(
                cell,
                new SharedCopy(
                        enterprise,
                        UUID.fromString(leaf.subject()),
                        Definitions.read(leaf.payload(), SharedWords.Shared.class)
                                .content()
                                .sharing()
                                .course(),
                        leaf.payload())));
    }
}

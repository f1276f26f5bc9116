package org.mangrove.core.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import java.util.List;

/** Gathers what writes entries into a cell, from whichever slice it comes. */
@ApplicationScoped
public class FeedAppliers {

    @Produces
    @Dependent
    List<FeedApplier> all(@Any Instance<FeedApplier> appliers) {
        return appliers.stream().toList();
    }
}

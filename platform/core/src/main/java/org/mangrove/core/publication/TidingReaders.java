package org.mangrove.core.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.mangrove.core.tenancy.Enterprise;

/** Hands what a cell tells to those whose matter it is. What nobody here knows is passed by: the cell may be the newer one. */
@ApplicationScoped
public class TidingReaders {

    @Inject
    @Any
    Instance<TidingReader> readers;

    /** All of it, or nothing. */
    @Transactional
    public void read(String cell, Enterprise enterprise, List<Tiding> tidings) {
        for (Tiding tiding : tidings) {
            readers.stream()
                    .filter(reader -> reader.type().equals(tiding.type()))
                    .forEach(reader -> reader.read(cell, enterprise, tiding));
        }
    }
}

package org.mangrove.core.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.tenancy.EnterpriseId;

/** Both sides of what may be taken back: what the core has of it, and what a cell keeps. */
@ApplicationScoped
public class Leaves {

    @Inject
    @Any
    Instance<LeafSource> sources;

    @Inject
    @Any
    Instance<LeafKeeper> keepers;

    /** All leaves of an enterprise at one moment. @param mark by which a cell knows that they are still the same */
    public record Bunch(String mark, List<Leaf> leaves) {

        public Bunch {
            leaves = List.copyOf(leaves);
        }
    }

    /** By which a cell knows whether it has to ask for them. */
    @Transactional
    public String mark(EnterpriseId enterprise) {
        return Digest.of(sources.stream()
                        .sorted(Comparator.comparing(LeafSource::type))
                        .map(source -> source.type() + "=" + source.mark(enterprise))
                        .collect(Collectors.joining("\n"))
                        .getBytes(StandardCharsets.UTF_8))
                .hex();
    }

    @Transactional
    public Bunch all(EnterpriseId enterprise) {
        return new Bunch(
                mark(enterprise),
                sources.stream()
                        .flatMap(source -> source.leaves(enterprise).stream())
                        .toList());
    }

    /** Gives each keeper its own: all of them, or nothing. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void keep(String cell, EnterpriseId enterprise, Bunch bunch) {
        keepers.forEach(keeper -> keeper.keep(
                cell,
                enterprise,
                bunch.leaves().stream()
                        .filter(leaf -> leaf.type().equals(keeper.type()))
                        .toList()));
    }
}

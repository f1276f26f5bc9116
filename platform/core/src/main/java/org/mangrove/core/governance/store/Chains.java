package org.mangrove.core.governance.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Chains of decisions, each of an owner. @param <O> by which owners are told apart */
public interface Chains<O> {

    /** The end of the chain, which is begun if there is none, held until the transaction ends. */
    StoredHead hold(O owner, String start, String seal);

    Optional<StoredHead> head(O owner);

    /** @return whether the chain ended right before it */
    boolean append(O owner, StoredEntry entry, StoredOpening opening, String seal);

    /** In the order in which they were decided. */
    List<StoredDecision> after(O owner, long number, int most);

    /** The latest first. */
    List<StoredDecision> before(O owner, long number, Optional<String> kind, Optional<String> asset, int most);

    Optional<String> hashAt(O owner, long number);

    /** The kinds that there are. */
    List<String> kinds(O owner, int most);

    /** What there are decisions about. */
    List<String> assets(O owner, int most);

    /** What was decided stays; that it was them, and why they said it was, is gone. @return how many there were */
    int forget(O owner, UUID actor);
}

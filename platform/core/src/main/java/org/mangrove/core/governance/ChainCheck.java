package org.mangrove.core.governance;

import java.util.Optional;
import org.mangrove.core.governance.Verification.Breach;
import org.mangrove.core.governance.Verification.Broken;
import org.mangrove.core.governance.store.StoredDecision;
import org.mangrove.core.governance.store.StoredEntry;
import org.mangrove.core.governance.store.StoredHead;
import org.mangrove.core.governance.store.StoredOpening;

/** Looks at the entries of one chain, one after the other, and then at its end. */
final class ChainCheck {

    private final String owner;
    private final long from;
    private long last;
    private String hash;
    private long entries;
    private long openings;
    private Optional<Broken> broken = Optional.empty();

    /**
     * @param before the number of the entry after which it begins
     * @param hash of that entry
     */
    ChainCheck(String owner, long before, String hash) {
        this.owner = owner;
        this.from = before + 1;
        this.last = before;
        this.hash = hash;
    }

    /** @param head where the chain ends */
    void look(StoredDecision decision, StoredHead head) {
        StoredEntry stored = decision.entry();
        entries++;
        if (stored.number() > head.number()) {
            note(stored.number(), Breach.BEHIND_THE_END);
        } else if (stored.number() != last + 1) {
            note(last + 1, Breach.MISSING);
        }
        Optional<Entry> entry = Entry.read(stored.body()).filter(read -> says(read, stored));
        if (entry.isEmpty() || !Hashes.of(stored.body()).equals(stored.hash())) {
            note(stored.number(), Breach.CHANGED);
        } else if (!entry.get().previous().equals(hash)) {
            note(stored.number(), Breach.OUT_OF_PLACE);
        }
        decision.opening().ifPresent(opening -> {
            openings++;
            if (entry.filter(read -> opens(opening, read)).isEmpty()) {
                note(stored.number(), Breach.OPENING_CHANGED);
            }
        });
        if (stored.number() <= head.number()) {
            last = stored.number();
            hash = stored.hash();
        }
    }

    private boolean says(Entry entry, StoredEntry stored) {
        return entry.owner().equals(owner)
                && entry.number() == stored.number()
                && entry.kind().equals(stored.kind())
                && entry.type().equals(stored.type())
                && entry.asset().equals(stored.asset());
    }

    private static boolean opens(StoredOpening opening, Entry entry) {
        return Hashes.commitment(opening.salt(), opening.content()).equals(entry.commitment())
                && Opening.of(opening).text().equals(opening.content());
    }

    /** @param seal that the end should have */
    Verification end(StoredHead head, String seal) {
        if (last < head.number()) {
            note(last + 1, Breach.MISSING);
        }
        if (!hash.equals(head.hash())) {
            note(head.number(), Breach.END_CHANGED);
        }
        if (!head.seal().equals(seal)) {
            note(head.number(), Breach.END_FORGED);
        }
        return new Verification(owner, from, head.number(), head.hash(), entries, openings, broken);
    }

    private void note(long number, Breach what) {
        if (broken.isEmpty()) {
            broken = Optional.of(new Broken(number, what));
        }
    }
}

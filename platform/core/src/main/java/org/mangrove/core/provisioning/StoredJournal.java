package org.mangrove.core.provisioning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.provisioning.store.JournalRows;

/** The journal in the node's database. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class StoredJournal implements Journal {

    @Inject
    JournalRows rows;

    @Override
    public Optional<Interrupted> findInterrupted() {
        return rows.findInterrupted();
    }

    @Override
    public UUID begin(List<Thing> steps) {
        return rows.begin(steps);
    }

    @Override
    public void beginStep(UUID run, int number) {
        rows.beginStep(run, number);
    }

    @Override
    public void endStep(UUID run, int number, Thing thing, String digest) {
        rows.endStep(run, number);
        rows.putDigest(thing, digest);
    }

    @Override
    public void fail(UUID run, int number, String cause) {
        rows.fail(run, number, cause);
    }

    @Override
    public void end(UUID run) {
        rows.end(run);
    }

    @Override
    public Optional<String> findDigest(Thing thing) {
        return rows.findDigest(thing);
    }

    @Override
    public void confirm(Thing thing, String digest) {
        rows.putDigest(thing, digest);
    }
}

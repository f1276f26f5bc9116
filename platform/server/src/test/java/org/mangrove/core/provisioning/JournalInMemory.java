package org.mangrove.core.provisioning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A journal for tests, which lives as long as they do. */
final class JournalInMemory implements Journal {

    private final Map<Thing, String> digests = new HashMap<>();
    private final List<Thing> steps = new ArrayList<>();
    private int begun;
    private boolean ended = true;

    @Override
    public Optional<Interrupted> findInterrupted() {
        return ended || begun == 0
                ? Optional.empty()
                : Optional.of(new Interrupted(begun, steps.size(), steps.get(begun - 1)));
    }

    @Override
    public UUID begin(List<Thing> all) {
        steps.clear();
        steps.addAll(all);
        begun = 0;
        ended = false;
        return new UUID(0, 1);
    }

    @Override
    public void beginStep(UUID run, int number) {
        begun = number;
    }

    @Override
    public void endStep(UUID run, int number, Thing thing, String digest) {
        digests.put(thing, digest);
    }

    @Override
    public void fail(UUID run, int number, String cause) {}

    @Override
    public void end(UUID run) {
        ended = true;
    }

    @Override
    public Optional<String> findDigest(Thing thing) {
        return Optional.ofNullable(digests.get(thing));
    }

    @Override
    public void confirm(Thing thing, String digest) {
        digests.put(thing, digest);
    }
}

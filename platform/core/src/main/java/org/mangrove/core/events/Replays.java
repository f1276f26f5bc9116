package org.mangrove.core.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.mangrove.core.refusal.Refusal.NotFound;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.sdk.Message;

/** Lets a reader read once more, from any point. Who can make everything anew from other rows does that instead. */
@ApplicationScoped
public class Replays {

    @Inject
    @Any
    Instance<EventReader> readers;

    @Inject
    Rereading rereading;

    @Inject
    Tenants tenants;

    @Inject
    Cells cells;

    /**
     * What became of it in one cell.
     *
     * @param reads from which number on it reads now
     * @param rebuilt of how many tenants everything was made anew, if that is what was done
     */
    public record Replayed(String cell, String reader, long reads, int rebuilt) {}

    /** How far one reader is. */
    public record Standing(String reader, long read, boolean rebuilds) {}

    /** How far a cell is: the first number that is still there, the last one, and its readers. */
    public record Progress(String cell, long first, long last, List<Standing> readers) {}

    public List<Progress> progress() {
        var all = new ArrayList<Progress>();
        for (String cell : cells.all()) {
            all.add(rereading.progress(cell));
        }
        return all;
    }

    /**
     * In every cell of this node.
     *
     * @param from a number, or a time as {@code 2026-11-02T08:00:00Z}
     * @throws NotFound if there is no such reader
     * @throws org.mangrove.core.refusal.Refusal.Invalid if {@code from} is neither
     */
    public List<Replayed> replay(String name, String from) {
        EventReader reader = must(name);
        var done = new ArrayList<Replayed>();
        for (String cell : cells.all()) {
            done.add(
                    reader instanceof RebuildingReader able
                            ? rebuild(cell, able)
                            : rereading.moveBack(cell, reader.name(), from));
        }
        return done;
    }

    private Replayed rebuild(String cell, RebuildingReader reader) {
        int rebuilt = 0;
        long reads = 0;
        for (TenantProfile tenant : tenants.all()) {
            if (tenant.cell().equals(cell)) {
                reads = rereading.rebuild(tenant.tenant().id(), reader) + 1;
                rebuilt++;
            }
        }
        return new Replayed(cell, reader.name(), reads, rebuilt);
    }

    private EventReader must(String name) {
        for (EventReader reader : readers) {
            if (reader.name().equals(name)) {
                return reader;
            }
        }
        throw new NotFound(Message.of("events.replay.no-reader"));
    }
}

package org.mangrove.core.provisioning.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.provisioning.Journal.Interrupted;
import org.mangrove.core.provisioning.Thing;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.core.tenancy.CoreDatabase;

/** The rows of the journal: in the core's database, or in that of the first cell of a node that has no core. */
@ApplicationScoped
public class JournalRows {

    private static final int LONGEST_FAILURE = 600;

    @Inject
    CoreDatabase core;

    @Inject
    Cells cells;

    @Inject
    Configuration configuration;

    @Inject
    Clock clock;

    public Optional<Interrupted> findInterrupted() {
        return session()
                .createNativeQuery("""
                        select s.step_number, (select count(*) from provisioning_step a where a.run_id = s.run_id),
                               s.kind, s.place, s.thing
                        from provisioning_step s
                        where s.run_id = (select r.id from provisioning_run r order by r.id desc limit 1)
                          and s.ended_at is null
                        order by s.step_number limit 1
                        """, Object[].class)
                .getResultStream()
                .findFirst()
                .map(row -> new Interrupted(
                        ((Number) row[0]).intValue(),
                        ((Number) row[1]).intValue(),
                        new Thing(Thing.Kind.valueOf((String) row[2]), (String) row[3], (String) row[4])));
    }

    public UUID begin(List<Thing> steps) {
        UUID run = Uuids.next();
        change("insert into provisioning_run (id, begun_at) values (:run, :now)", run)
                .executeUpdate();
        int number = 0;
        for (Thing thing : steps) {
            number++;
            session()
                    .createNativeMutationQuery("""
                            insert into provisioning_step (run_id, step_number, kind, place, thing)
                            values (:run, :number, :kind, :place, :thing)
                            """)
                    .setParameter("run", bytes(run))
                    .setParameter("number", number)
                    .setParameter("kind", thing.kind().name())
                    .setParameter("place", thing.place())
                    .setParameter("thing", thing.name())
                    .executeUpdate();
        }
        return run;
    }

    public void beginStep(UUID run, int number) {
        change("update provisioning_step set begun_at = :now where run_id = :run and step_number = :number", run)
                .setParameter("number", number)
                .executeUpdate();
    }

    public void endStep(UUID run, int number) {
        change("update provisioning_step set ended_at = :now where run_id = :run and step_number = :number", run)
                .setParameter("number", number)
                .executeUpdate();
    }

    public void fail(UUID run, int number, String cause) {
        session()
                .createNativeMutationQuery(
                        "update provisioning_step set failure = :cause where run_id = :run and step_number = :number")
                .setParameter("cause", cause.substring(0, Math.min(cause.length(), LONGEST_FAILURE)))
                .setParameter("run", bytes(run))
                .setParameter("number", number)
                .executeUpdate();
    }

    public void end(UUID run) {
        change("update provisioning_run set ended_at = :now where id = :run", run)
                .executeUpdate();
    }

    public Optional<String> findDigest(Thing thing) {
        return session()
                .createNativeQuery(
                        "select digest from provisioning_applied where kind = :kind and place = :place and thing = :thing",
                        String.class)
                .setParameter("kind", thing.kind().name())
                .setParameter("place", thing.place())
                .setParameter("thing", thing.name())
                .uniqueResultOptional();
    }

    public void putDigest(Thing thing, String digest) {
        session()
                .createNativeMutationQuery("""
                        insert into provisioning_applied (kind, place, thing, digest, applied_at)
                        values (:kind, :place, :thing, :digest, :now)
                        on duplicate key update digest = values(digest), applied_at = values(applied_at)
                        """)
                .setParameter("kind", thing.kind().name())
                .setParameter("place", thing.place())
                .setParameter("thing", thing.name())
                .setParameter("digest", digest)
                .setParameter("now", Timestamp.from(clock.instant()))
                .executeUpdate();
    }

    private Session session() {
        return configuration.servesCore()
                ? core.session()
                : cells.sessionOfCell(cells.all().getFirst());
    }

    private MutationQuery change(String sql, UUID run) {
        return session()
                .createNativeMutationQuery(sql)
                .setParameter("run", bytes(run))
                .setParameter("now", Timestamp.from(clock.instant()));
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}

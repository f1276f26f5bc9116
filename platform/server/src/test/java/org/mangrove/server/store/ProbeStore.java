package org.mangrove.server.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.hibernate.Session;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

@ApplicationScoped
public class ProbeStore extends TenantStore<Probe> {

    @Inject
    Cells cells;

    public ProbeStore() {
        super(Probe.class);
    }

    @Transactional
    public void addMany(TenantId tenant, int count, String word) {
        for (int i = 0; i < count; i++) {
            add(new Probe(tenant, Uuids.next(), word));
        }
    }

    @Transactional
    public void addManyAndFail(TenantId tenant, int count, String word) {
        addMany(tenant, count, word);
        throw new IllegalStateException("on purpose");
    }

    @Transactional
    public void addInTwoCells(TenantId first, TenantId second) {
        addMany(first, 1, "first");
        addMany(second, 1, "second");
    }

    @Transactional
    public long count(TenantId tenant, String word) {
        return countWithin(tenant, word);
    }

    @Transactional
    public List<Probe> all(TenantId tenant) {
        return where(tenant, "1 = 1", "e.id").getResultList();
    }

    @Transactional
    public long countByJdbc(TenantId tenant, String sql) {
        Session session = session(tenant);
        return session.doReturningWork(connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    /** Asks again and again, and lets somebody do something in between. */
    public List<Long> countsWhileReading(TenantId tenant, String word, Runnable between) {
        return cells.reading(() -> {
            long before = countWithin(tenant, word);
            between.run();
            return List.of(before, countWithin(tenant, word));
        });
    }

    public void addWhileReading(TenantId tenant, String word) {
        cells.reading(() -> {
            add(new Probe(tenant, Uuids.next(), word));
            return word;
        });
    }

    public void doWhileReading(TenantId tenant, String sql) {
        cells.reading(() -> session(tenant).doReturningWork(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                return statement.execute();
            }
        }));
    }

    public void readInTwoCells(TenantId first, TenantId second, String word) {
        cells.reading(() -> countWithin(first, word) + countWithin(second, word));
    }

    private long countWithin(TenantId tenant, String word) {
        return countWhere(tenant, "e.word = :word").setParameter("word", word).getSingleResult();
    }

    public void addOutsideOfATransaction(TenantId tenant) {
        add(new Probe(tenant, Uuids.next(), "outside"));
    }
}

package org.mangrove.core.publication.store;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mangrove.core.publication.FeedChain;
import org.mangrove.core.publication.FeedEntry;
import org.mangrove.core.publication.FeedItem;
import org.mangrove.core.tenancy.CoreDatabase;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.EnterpriseId;

/** The chains in the core's database. */
@ApplicationScoped
public class ChainRows {

    private static final TypeReference<List<String>> DIGESTS = new TypeReference<>() {};
    private static final String COLUMNS =
            "epoch, number, previous_hash, hash, type, subject, schema_version, must_understand, blobs, payload";

    @Inject
    CoreDatabase core;

    @Inject
    Clock clock;

    /** Where a chain ends. */
    public record End(String epoch, long number, String hash) {}

    /** The end of the chain, which is begun if there is none, held until the transaction ends. */
    public End hold(EnterpriseId enterprise) {
        core.session()
                .createNativeMutationQuery("""
                        insert into publication_chain (enterprise_id, epoch, number, hash)
                        values (:enterprise, :epoch, 0, :start) on duplicate key update number = number
                        """)
                .setParameter("enterprise", enterprise.number())
                .setParameter("epoch", FeedChain.newEpoch())
                .setParameter("start", FeedChain.START)
                .executeUpdate();
        return end(enterprise, " for update").orElseThrow();
    }

    public Optional<End> end(EnterpriseId enterprise) {
        return end(enterprise, "");
    }

    private Optional<End> end(EnterpriseId enterprise, String lock) {
        return core.session()
                .createNativeQuery(
                        "select epoch, number, hash from publication_chain where enterprise_id = :enterprise" + lock,
                        Object[].class)
                .setParameter("enterprise", enterprise.number())
                .uniqueResultOptional()
                .map(row -> new End((String) row[0], ((Number) row[1]).longValue(), text(row[2])));
    }

    public void moveEnd(EnterpriseId enterprise, String epoch, long number, String hash) {
        core.session()
                .createNativeMutationQuery("""
                        update publication_chain set epoch = :epoch, number = :number, hash = :hash
                        where enterprise_id = :enterprise
                        """)
                .setParameter("epoch", epoch)
                .setParameter("number", number)
                .setParameter("hash", hash)
                .setParameter("enterprise", enterprise.number())
                .executeUpdate();
    }

    public void add(EnterpriseId enterprise, FeedEntry entry) {
        core.session()
                .createNativeMutationQuery("insert into publication_entry (enterprise_id, " + COLUMNS
                        + ", published_at) values (:enterprise, :epoch, :number, :previous, :hash, :type, :subject,"
                        + " :version, :must, :blobs, :payload, :now)")
                .setParameter("enterprise", enterprise.number())
                .setParameter("epoch", entry.epoch())
                .setParameter("number", entry.number())
                .setParameter("previous", entry.previousHash())
                .setParameter("hash", entry.hash())
                .setParameter("type", entry.item().type())
                .setParameter("subject", entry.item().subject())
                .setParameter("version", entry.item().schemaVersion())
                .setParameter("must", entry.item().mustUnderstand())
                .setParameter("blobs", Definitions.write(entry.item().blobs()))
                .setParameter("payload", entry.item().payload())
                .setParameter("now", Timestamp.from(clock.instant()))
                .executeUpdate();
    }

    /** The payload last published about a subject. */
    public Optional<String> latest(EnterpriseId enterprise, String epoch, String type, String subject) {
        return core.session()
                .createNativeQuery("""
                        select payload from publication_entry
                        where enterprise_id = :enterprise and epoch = :epoch and type = :type and subject = :subject
                        order by number desc limit 1
                        """, String.class)
                .setParameter("enterprise", enterprise.number())
                .setParameter("epoch", epoch)
                .setParameter("type", type)
                .setParameter("subject", subject)
                .uniqueResultOptional();
    }

    public Optional<String> hashAt(EnterpriseId enterprise, String epoch, long number) {
        return core.session()
                .createNativeQuery(
                        "select hash from publication_entry where enterprise_id = :enterprise and epoch = :epoch and number = :number",
                        Object.class)
                .setParameter("enterprise", enterprise.number())
                .setParameter("epoch", epoch)
                .setParameter("number", number)
                .uniqueResultOptional()
                .map(ChainRows::text);
    }

    public List<FeedEntry> after(EnterpriseId enterprise, String epoch, long number, int limit) {
        return core.session()
                .createNativeQuery(
                        "select " + COLUMNS + " from publication_entry where enterprise_id = :enterprise"
                                + " and epoch = :epoch and number > :number order by number limit " + limit,
                        Object[].class)
                .setParameter("enterprise", enterprise.number())
                .setParameter("epoch", epoch)
                .setParameter("number", number)
                .getResultStream()
                .map(ChainRows::entry)
                .toList();
    }

    /** The last entry about each subject, in the order in which they were published; what ends a state is no subject. */
    public List<FeedEntry> latestOfEach(EnterpriseId enterprise, String epoch) {
        return core.session()
                .createNativeQuery(
                        "select " + COLUMNS + " from publication_entry e where e.enterprise_id = :enterprise"
                                + " and e.epoch = :epoch and not exists (select 1 from publication_entry later"
                                + " where later.enterprise_id = e.enterprise_id and later.epoch = e.epoch"
                                + " and later.type = e.type and later.subject = e.subject and later.number > e.number)"
                                + " and e.type <> :complete order by e.number",
                        Object[].class)
                .setParameter("complete", FeedChain.STATE_COMPLETE)
                .setParameter("enterprise", enterprise.number())
                .setParameter("epoch", epoch)
                .getResultStream()
                .map(ChainRows::entry)
                .toList();
    }

    public boolean names(EnterpriseId enterprise, String epoch, String digest) {
        return core.session()
                .createNativeQuery("""
                        select 1 from publication_entry where enterprise_id = :enterprise and epoch = :epoch
                          and json_contains(blobs, json_quote(:digest)) limit 1
                        """, Integer.class)
                .setParameter("enterprise", enterprise.number())
                .setParameter("epoch", epoch)
                .setParameter("digest", digest)
                .uniqueResultOptional()
                .isPresent();
    }

    private static FeedEntry entry(Object[] row) {
        return new FeedEntry(
                (String) row[0],
                ((Number) row[1]).longValue(),
                text(row[2]),
                text(row[3]),
                new FeedItem(
                        (String) row[4],
                        (String) row[5],
                        ((Number) row[6]).intValue(),
                        row[7] instanceof Boolean flag ? flag : ((Number) row[7]).intValue() != 0,
                        Definitions.read((String) row[8], DIGESTS),
                        (String) row[9]));
    }

    private static String text(Object column) {
        return column.toString();
    }
}

package org.mangrove.core.governance.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.CommonQueryContract;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.database.Uuids;

/** The statements about one owner's chain, which are the same in the core and in a cell but for whose rows they are. */
final class ChainSql {

    private final Session session;
    private final String column;
    private final int owner;

    /** @param column by which rows say whose they are */
    ChainSql(Session session, String column, int owner) {
        this.session = session;
        this.column = column;
        this.owner = owner;
    }

    StoredHead hold(String start, String seal) {
        mine(session.createNativeMutationQuery(sql("""
                        insert into governance_chain (OWNER, number, hash, seal) values (:owner, 0, :start, :seal)
                        on duplicate key update number = number
                        """)))
                .setParameter("start", start)
                .setParameter("seal", seal)
                .executeUpdate();
        return head(" for update").orElseThrow();
    }

    Optional<StoredHead> head(String lock) {
        return mine(session.createNativeQuery(
                        sql("select number, hash, seal from governance_chain where OWNER = :owner" + lock),
                        Object[].class))
                .uniqueResultOptional()
                .map(row -> new StoredHead(number(row[0]), row[1].toString(), row[2].toString()));
    }

    boolean append(StoredEntry entry, StoredOpening opening, String seal) {
        mine(session.createNativeMutationQuery(sql("""
                        insert into governance_entry (OWNER, number, kind, asset_type, asset_slug, body, hash)
                        values (:owner, :number, :kind, :type, :asset, :body, :hash)
                        """)))
                .setParameter("number", entry.number())
                .setParameter("kind", entry.kind())
                .setParameter("type", entry.type())
                .setParameter("asset", entry.asset())
                .setParameter("body", entry.body())
                .setParameter("hash", entry.hash())
                .executeUpdate();
        keep(entry.number(), opening);
        return mine(session.createNativeMutationQuery(sql("""
                        update governance_chain set number = number + 1, hash = :hash, seal = :seal
                        where OWNER = :owner and number = :before
                        """)))
                        .setParameter("hash", entry.hash())
                        .setParameter("seal", seal)
                        .setParameter("before", entry.number() - 1)
                        .executeUpdate()
                == 1;
    }

    private void keep(long number, StoredOpening opening) {
        mine(session.createNativeMutationQuery(sql("""
                        insert into governance_opening (OWNER, number, salt, content, actor_id)
                        values (:owner, :number, :salt, :content, :actor)
                        """)))
                .setParameter("number", number)
                .setParameter("salt", opening.salt())
                .setParameter("content", opening.content())
                .setParameter("actor", opening.actor())
                .executeUpdate();
    }

    List<StoredDecision> after(long number, int most) {
        return decisions(
                session.createNativeQuery(select(" and e.number > :number order by e.number"), Object[].class)
                        .setParameter("number", number),
                most);
    }

    /** The latest first. */
    List<StoredDecision> before(long number, Optional<String> kind, Optional<String> asset, int most) {
        var query = session.createNativeQuery(
                        select(" and e.number < :number"
                                + kind.map(any -> " and e.kind = :kind").orElse("")
                                + asset.map(any -> " and e.asset_slug = :asset").orElse("")
                                + " order by e.number desc"),
                        Object[].class)
                .setParameter("number", number);
        kind.ifPresent(wanted -> query.setParameter("kind", wanted));
        asset.ifPresent(wanted -> query.setParameter("asset", wanted));
        return decisions(query, most);
    }

    Optional<String> hashAt(long number) {
        return mine(session.createNativeQuery(
                        sql("select hash from governance_entry where OWNER = :owner and number = :number"),
                        Object.class))
                .setParameter("number", number)
                .uniqueResultOptional()
                .map(Object::toString);
    }

    List<String> kinds(int most) {
        return texts("select distinct kind from governance_entry where OWNER = :owner order by kind", most);
    }

    List<String> assets(int most) {
        return texts("select distinct asset_slug from governance_entry where OWNER = :owner order by asset_slug", most);
    }

    List<StoredDecision> by(UUID actor, long after, int most) {
        return decisions(
                session.createNativeQuery(
                                select(" and o.actor_id = :actor and e.number > :number order by e.number"),
                                Object[].class)
                        .setParameter("actor", actor)
                        .setParameter("number", after),
                most);
    }

    int forget(UUID actor) {
        return mine(session.createNativeMutationQuery(
                        sql("delete from governance_opening where OWNER = :owner and actor_id = :actor")))
                .setParameter("actor", actor)
                .executeUpdate();
    }

    private String select(String condition) {
        return sql("select e.number, e.kind, e.asset_type, e.asset_slug, e.body, e.hash, o.salt, o.content, o.actor_id"
                + " from governance_entry e left join governance_opening o on o.OWNER = :owner and o.number = e.number"
                + " where e.OWNER = :owner" + condition);
    }

    private List<StoredDecision> decisions(NativeQuery<Object[]> query, int most) {
        return mine(query)
                .setMaxResults(most)
                .getResultStream()
                .map(ChainSql::decision)
                .toList();
    }

    private static StoredDecision decision(@Nullable Object[] row) {
        return new StoredDecision(
                new StoredEntry(number(row[0]), text(row[1]), text(row[2]), text(row[3]), text(row[4]), text(row[5])),
                row[8] instanceof byte[] actor
                        ? Optional.of(new StoredOpening(text(row[6]), text(row[7]), Uuids.fromBytes(actor)))
                        : Optional.empty());
    }

    private List<String> texts(String question, int most) {
        return mine(session.createNativeQuery(sql(question), Object.class))
                .setMaxResults(most)
                .getResultStream()
                .map(Object::toString)
                .toList();
    }

    private String sql(String text) {
        return text.replace("OWNER", column);
    }

    private <Q extends CommonQueryContract> Q mine(Q query) {
        query.setParameter("owner", owner);
        return query;
    }

    private static long number(@Nullable Object column) {
        return column instanceof Number number ? number.longValue() : 0;
    }

    private static String text(@Nullable Object column) {
        return String.valueOf(column);
    }
}

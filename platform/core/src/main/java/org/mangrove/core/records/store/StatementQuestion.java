package org.mangrove.core.records.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.records.NewStatement.Mention;
import org.mangrove.core.records.Positions;
import org.mangrove.core.records.StatementFilter;
import org.mangrove.sdk.TenantId;

/** One SQL statement of a {@link StatementSearch}, and what its question marks stand for. */
final class StatementQuestion {

    private static final String STRICT = Integer.toString(Mention.AGENT.code());
    private static final String ANY_AGENT = STRICT + ", " + Mention.RELATED_AGENT.code();
    private static final String OF_ANOTHER = Integer.toString(Mention.OF_ANOTHER.code());
    private static final String ANY_ACTIVITY = OF_ANOTHER + ", " + Mention.RELATED_ACTIVITY.code();

    private final TenantId tenant;
    private final StatementFilter filter;
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    private StatementQuestion(TenantId tenant, StatementFilter filter) {
        this.tenant = tenant;
        this.filter = filter;
    }

    /** All that must be asked to find what the filter describes. What two of them find is the same statement. */
    static List<StatementQuestion> of(TenantId tenant, StatementFilter filter, int most) {
        var all = new ArrayList<StatementQuestion>();
        Optional<Term> lead = Term.leading(filter);
        all.add(new StatementQuestion(tenant, filter).whatIsSaid(most));
        lead.ifPresent(term -> all.add(new StatementQuestion(tenant, filter).whatIsMentioned(term, most)));
        if (filter.relatedAgents()) {
            filter.authority()
                    .ifPresent(source -> all.add(new StatementQuestion(tenant, filter).onWhoseAuthority(source, most)));
        }
        return all;
    }

    String sql() {
        return sql.toString();
    }

    void set(PreparedStatement select) throws SQLException {
        int place = 1;
        for (Object value : values) {
            if (value instanceof UUID id) {
                select.setBytes(place++, Uuids.bytes(id));
            } else {
                select.setObject(place++, value);
            }
        }
    }

    private StatementQuestion whatIsSaid(int most) {
        add("select s.position, s.statement, s.sealed from records_statement s where s.tenant_id = ?", tenant.number());
        visible();
        Optional<Term> lead = Term.leading(filter);
        for (Term term : Term.of(filter)) {
            if (lead.filter(term::equals).isPresent()) {
                add(" and s." + term.column() + " = ?", term.value());
            } else {
                ownOrMentioned(term);
            }
        }
        range("s.position");
        return ordered("s.position", most);
    }

    private StatementQuestion whatIsMentioned(Term lead, int most) {
        add(
                "select s.position, s.statement, s.sealed from records_mention m join records_statement s"
                        + " on s.tenant_id = m.tenant_id and s.position = m.position where m.tenant_id = ?",
                tenant.number());
        add(" and m.term = ? and m.kind in (" + lead.kinds() + ")", lead.value());
        visible();
        for (Term term : Term.of(filter)) {
            if (!term.equals(lead)) {
                add(" and ((m.subject = m.position and s." + term.column() + " = ?)", term.value());
                add(" or exists (select 1 from records_mention o where o.tenant_id = ?", tenant.number());
                add(
                        " and o.term = ? and o.position = m.position and o.subject = m.subject and o.kind in ("
                                + term.kinds() + ")))",
                        term.value());
            }
        }
        range("m.position");
        return ordered("m.position", most);
    }

    private StatementQuestion onWhoseAuthority(UUID source, int most) {
        add("select s.position, s.statement, s.sealed from records_statement s where s.tenant_id = ?", tenant.number());
        add(" and s.source_id = ?", source);
        visible();
        Term.of(filter).stream().filter(term -> !term.isAgent()).forEach(this::ownOrMentioned);
        range("s.position");
        return ordered("s.position", most);
    }

    private void ownOrMentioned(Term term) {
        add(" and (s." + term.column() + " = ?", term.value());
        add(" or exists (select 1 from records_mention o where o.tenant_id = ?", tenant.number());
        add(
                " and o.term = ? and o.position = s.position and o.subject = s.position and o.kind in (" + term.kinds()
                        + ")))",
                term.value());
    }

    private void visible() {
        sql.append(" and s.voided = false");
        filter.source().ifPresent(source -> add(" and s.source_id = ?", source));
    }

    private void range(String position) {
        filter.since().ifPresent(since -> add(" and " + position + " > ?", Positions.lastOf(since)));
        filter.until().ifPresent(until -> add(" and " + position + " <= ?", Positions.lastOf(until)));
        filter.beyond().ifPresent(beyond -> add(" and " + position + (filter.ascending() ? " > ?" : " < ?"), beyond));
    }

    private StatementQuestion ordered(String position, int most) {
        add(" order by " + position + (filter.ascending() ? "" : " desc") + " limit ?", most);
        return this;
    }

    private void add(String text, Object value) {
        sql.append(text);
        values.add(value);
    }

    /**
     * One of what is asked for.
     *
     * @param kinds of mentions that count for it
     */
    private record Term(String column, UUID value, String kinds) {

        private static final String ACTOR = "actor";

        /** In the order in which they lead: those first of which there are few statements. */
        static List<Term> of(StatementFilter filter) {
            var all = new ArrayList<Term>();
            filter.registration().ifPresent(value -> all.add(new Term("registration", value, OF_ANOTHER)));
            filter.agent()
                    .ifPresent(value -> all.add(new Term(ACTOR, value, filter.relatedAgents() ? ANY_AGENT : STRICT)));
            filter.activity()
                    .ifPresent(value -> all.add(
                            new Term("activity", value, filter.relatedActivities() ? ANY_ACTIVITY : OF_ANOTHER)));
            filter.verb().ifPresent(value -> all.add(new Term("verb", value, OF_ANOTHER)));
            return all;
        }

        static Optional<Term> leading(StatementFilter filter) {
            return of(filter).stream().findFirst();
        }

        boolean isAgent() {
            return column.equals(ACTOR);
        }
    }
}

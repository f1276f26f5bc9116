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

/**
 * The SQL of a {@link StatementSearch}, and what its question marks stand for: what is to be asked in several ways is one statement
 * all the same, since each would be a way to the database and back.
 */
final class StatementQuestion {

    /** Of a row: in which of the ways it was found, and what {@link StatementRows} reads. */
    private static final String COLUMNS = ", s.position, s.statement, s.sealed";

    private static final String STRICT = Integer.toString(Mention.AGENT.code());
    private static final String ANY_AGENT = STRICT + ", " + Mention.RELATED_AGENT.code();
    private static final String OF_ANOTHER = Integer.toString(Mention.OF_ANOTHER.code());
    private static final String ANY_ACTIVITY = OF_ANOTHER + ", " + Mention.RELATED_ACTIVITY.code();

    private final TenantId tenant;
    private final StatementFilter filter;
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();
    private final int most;
    private int ways;

    private StatementQuestion(TenantId tenant, StatementFilter filter, int most) {
        this.tenant = tenant;
        this.filter = filter;
        this.most = most;
    }

    /**
     * All that must be asked to find what the filter describes. What is found in two ways is the same statement.
     *
     * @param most of each way
     */
    static StatementQuestion of(TenantId tenant, StatementFilter filter, int most) {
        var question = new StatementQuestion(tenant, filter, most);
        question.whatIsSaid();
        Term.leading(filter).ifPresent(question::whatIsMentioned);
        if (filter.relatedAgents()) {
            filter.authority().ifPresent(question::onWhoseAuthority);
        }
        return question;
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

    private void whatIsSaid() {
        begin(" from records_statement s where s.tenant_id = ?");
        visible();
        Optional<Term> lead = Term.leading(filter);
        for (Term term : Term.of(filter)) {
            if (lead.filter(term::equals).isPresent()) {
                add(" and s." + term.column() + " = ?", term.value());
            } else {
                ownOrMentioned(term);
            }
        }
        end("s.position");
    }

    private void whatIsMentioned(Term lead) {
        begin(" from records_mention m join records_statement s"
                + " on s.tenant_id = m.tenant_id and s.position = m.position where m.tenant_id = ?");
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
        end("m.position");
    }

    private void onWhoseAuthority(UUID source) {
        begin(" from records_statement s where s.tenant_id = ?");
        add(" and s.source_id = ?", source);
        visible();
        Term.of(filter).stream().filter(term -> !term.isAgent()).forEach(this::ownOrMentioned);
        end("s.position");
    }

    private void begin(String from) {
        sql.append(ways == 0 ? "(select " : " union all (select ")
                .append(ways++)
                .append(COLUMNS);
        add(from, tenant.number());
    }

    private void end(String position) {
        range(position);
        add(" order by " + position + (filter.ascending() ? "" : " desc") + " limit ?", most);
        sql.append(')');
    }

    /** With itself as subject, a statement has no verb, activity or registration but its own. */
    private void ownOrMentioned(Term term) {
        if (term.kinds().equals(OF_ANOTHER)) {
            add(" and s." + term.column() + " = ?", term.value());
            return;
        }
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

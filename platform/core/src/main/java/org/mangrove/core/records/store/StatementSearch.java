package org.mangrove.core.records.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.mangrove.core.records.SealedStatement;
import org.mangrove.core.records.StatementFilter;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.sdk.TenantId;

/**
 * Finds statements in the order in which they were stored.
 *
 * <p>One of what is asked for leads: the registration, else the agent, the activity, the verb. Its index is read in the order
 * of positions, and the rest is looked at row by row, so that a page costs the same wherever it begins. What the statement
 * itself says is found in one way; what it mentions, or what a statement says that it refers to, in a second one that reads
 * {@code records_mention} alike; on whose authority it was stored, in a third.
 */
@ApplicationScoped
public class StatementSearch {

    /** A page is held in memory, and many are at the same time. */
    private static final long MOST_BYTES = 8 << 20;

    /** The driver then gives one row after the other instead of holding all of them. */
    private static final int ONE_BY_ONE = Integer.MIN_VALUE;

    /** As the database compares them: byte by byte, without signs. */
    private static final Comparator<UUID> EARLIEST_FIRST = Comparator.<UUID, Long>comparing(
                    UUID::getMostSignificantBits, Long::compareUnsigned)
            .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    @Inject
    Cells cells;

    /** @param last the position after which the next page begins, if there is one */
    public record Found(List<SealedStatement> statements, Optional<UUID> last) {}

    /**
     * At most so many, those that come first in the order that is asked for; fewer if they are long.
     *
     * @param arriving is given each that is found while the database looks for the next: it must not ask the database itself
     */
    public Found page(TenantId tenant, StatementFilter filter, int most, Consumer<SealedStatement> arriving) {
        Comparator<UUID> order = filter.ascending() ? EARLIEST_FIRST : EARLIEST_FIRST.reversed();
        var found = new TreeMap<UUID, SealedStatement>(order);
        StatementQuestion question = StatementQuestion.of(tenant, filter, most + 1);
        Optional<UUID> brokenOff = cells.sessionOf(tenant)
                .doReturningWork(connection ->
                        ask(connection, question, found, arriving).stream().min(order));
        brokenOff.ifPresent(last -> found.tailMap(last, false).clear());
        List<SealedStatement> shown = found.values().stream().limit(most).toList();
        boolean more = brokenOff.isPresent() || found.size() > most;
        return new Found(shown, more ? Optional.of(shown.getLast().position()) : Optional.empty());
    }

    /** @return where each way was broken off of which what was found was long enough for a page */
    private static List<UUID> ask(
            Connection connection,
            StatementQuestion question,
            Map<UUID, SealedStatement> found,
            Consumer<SealedStatement> arriving)
            throws SQLException {
        var brokenOff = new ArrayList<UUID>();
        try (PreparedStatement select = connection.prepareStatement(question.sql())) {
            select.setFetchSize(ONE_BY_ONE);
            question.set(select);
            try (ResultSet rows = select.executeQuery()) {
                int way = 0;
                long bytes = 0;
                while (rows.next()) {
                    if (rows.getInt(1) != way) {
                        way = rows.getInt(1);
                        bytes = 0;
                    }
                    if (bytes <= MOST_BYTES) {
                        SealedStatement statement = StatementRows.statement(rows, 2);
                        if (found.putIfAbsent(statement.position(), statement) == null) {
                            arriving.accept(statement);
                        }
                        bytes += statement.rest().length + statement.sealed().length;
                        if (bytes > MOST_BYTES) {
                            brokenOff.add(statement.position());
                        }
                    }
                }
            }
        }
        return brokenOff;
    }
}

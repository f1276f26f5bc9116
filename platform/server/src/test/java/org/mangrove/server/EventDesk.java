package org.mangrove.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.mangrove.core.events.DomainEvent;
import org.mangrove.core.events.EventReader;
import org.mangrove.core.events.Events;
import org.mangrove.core.events.Relay;
import org.mangrove.core.events.StoredEvent;
import org.mangrove.sdk.TenantId;

/** Publishes events for the tests in the container, and looks at what became of them. */
@ApplicationScoped
public class EventDesk {

    static final String CELL = "eu";
    private static final int AT_ONCE = 500;

    @Inject
    Events events;

    @Inject
    Relay relay;

    @Inject
    @Any
    Instance<EventReader> readers;

    /** Something that happened. */
    public record SomethingHappened(String word) implements DomainEvent {}

    /** Reads it, or does not: as the test wants. */
    @ApplicationScoped
    public static class FussyReader implements EventReader {

        static final String NAME = "it-fussy";

        private final Set<String> disliked = java.util.concurrent.ConcurrentHashMap.newKeySet();
        private final List<String> read = new CopyOnWriteArrayList<>();

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Set<Class<? extends DomainEvent>> events() {
            return Set.of(SomethingHappened.class);
        }

        @Override
        public void read(TenantId tenant, StoredEvent event) {
            String word = event.as(SomethingHappened.class).word();
            if (disliked.contains(word)) {
                throw new IllegalStateException("Does not like " + word);
            }
            read.add(word);
        }

        void dislike(String word) {
            disliked.add(word);
        }

        void like(String word) {
            disliked.remove(word);
        }

        List<String> read() {
            return List.copyOf(read);
        }
    }

    @Transactional
    public void publish(TenantId tenant, List<String> words) {
        words.forEach(word -> events.publish(tenant, new SomethingHappened(word)));
    }

    EventReader reader(String name) {
        return readers.stream()
                .filter(reader -> reader.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Until nothing is left for that reader of what has been committed so far. */
    void deliverAll(EventReader reader) {
        while (relay.number(CELL) > 0) {
            Thread.onSpinWait();
        }
        while (relay.deliver(CELL, reader, AT_ONCE).events() > 0) {
            Thread.onSpinWait();
        }
    }

    @SuppressWarnings("BanJNDI")
    List<List<Object>> rows(String sql) {
        try (var connection =
                        ((DataSource) new InitialContext().lookup("jdbc/cell-" + CELL + "-migration")).getConnection();
                var statement = connection.createStatement()) {
            var found = new ArrayList<List<Object>>();
            if (!statement.execute(sql)) {
                return found;
            }
            try (var rows = statement.getResultSet()) {
                while (rows.next()) {
                    var row = new ArrayList<Object>();
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        row.add(rows.getObject(i));
                    }
                    found.add(row);
                }
            }
            return found;
        } catch (SQLException | NamingException failed) {
            throw new IllegalStateException(failed);
        }
    }

    long number(String sql) {
        return ((Number) rows(sql).getFirst().getFirst()).longValue();
    }
}

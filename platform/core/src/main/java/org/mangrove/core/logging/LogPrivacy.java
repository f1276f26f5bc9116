package org.mangrove.core.logging;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Keeps out of the log what people write, whoever logs: the server beneath us and libraries quote it in what they say and
 * in the messages of what they throw. A database quotes a row's values, a parser the text that it could not read.
 *
 * <p>What is thrown while a request is answered is therefore logged as its kinds and places only.
 */
@ApplicationScoped
public class LogPrivacy {

    /** They do nothing but quote: what they report is seen from the answer, or thrown as well. */
    private static final List<String> QUOTING = List.of(
            "org.glassfish.grizzly.http.util.Parameters",
            "org.glassfish.jersey.servlet.WebComponent",
            "org.hibernate.engine.jdbc.spi.SqlExceptionHelper");

    /** What reads requests before they are any of ours. */
    private static final String CONNECTIONS = "org.glassfish.grizzly";

    /** Held, since a logger that nobody holds forgets its level. */
    private final List<Logger> silent = QUOTING.stream().map(Logger::getLogger).toList();

    private final Map<Handler, Optional<Filter>> before = new LinkedHashMap<>();

    void begin(@Observes @Initialized(ApplicationScoped.class) Object event) {
        silent.forEach(logger -> logger.setLevel(Level.OFF));
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            Optional<Filter> there = Optional.ofNullable(handler.getFilter());
            before.put(handler, there);
            handler.setFilter(record -> {
                withoutQuotes(record, Thread.currentThread());
                return there.map(filter -> filter.isLoggable(record)).orElse(true);
            });
        }
    }

    @PreDestroy
    void end() {
        before.forEach((handler, filter) -> handler.setFilter(filter.orElse(null)));
    }

    static void withoutQuotes(LogRecord record, Thread logging) {
        Throwable thrown = record.getThrown();
        boolean isOfARequest = RequestLine.isAnsweredBy(logging)
                || String.valueOf(record.getLoggerName()).startsWith(CONNECTIONS);
        if (thrown != null && isOfARequest) {
            record.setThrown(Unquoted.of(thrown));
        }
    }
}

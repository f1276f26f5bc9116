package org.mangrove.core.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.identity.PersonalData;
import org.mangrove.core.identity.PersonalData.PersonalDataSink;
import org.mangrove.core.tenancy.TenantProfile;

/** Counts what is held of somebody: so far as a page can wait for it. The export tells all. */
@ApplicationScoped
public class Summaries {

    private static final int MOST = 1_000;

    private static final Set<String> MOMENTS = Set.of(
            "joinedAt",
            "changedAt",
            "startedAt",
            "begunAt",
            "completedAt",
            "consentedAt",
            "withdrawnAt",
            "occurredAt",
            "askedAt",
            "madeAt",
            "timestamp",
            "stored",
            "modifiedAt",
            "modified",
            "statementsSince");

    @Inject
    Holders holders;

    @Inject
    Subjects subjects;

    /**
     * What one holder has.
     *
     * @param kinds how many of each
     * @param since when the oldest is from, where they say so
     * @param more whether there are more than were counted
     */
    public record Summary(String holder, Map<String, Long> kinds, Optional<Instant> since, boolean more) {

        public Summary {
            kinds = Map.copyOf(kinds);
        }

        public long things() {
            return kinds.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    public List<Summary> of(TenantProfile tenant, UUID person) {
        Optional<DataSubject> who = subjects.find(tenant, person);
        return who.stream()
                .flatMap(subject -> holders.all().stream().map(holder -> count(tenant, subject, holder)))
                .toList();
    }

    private static Summary count(TenantProfile tenant, DataSubject who, PersonalData holder) {
        var counted = new Counted();
        try {
            holder.export(tenant, who, counted);
        } catch (Enough enough) {
            counted.more = true;
        } catch (IOException failed) {
            throw new UncheckedIOException("What " + holder.holder() + " holds cannot be read", failed);
        }
        return new Summary(holder.holder(), counted.kinds, counted.since, counted.more);
    }

    /** More than a page tells of. */
    private static final class Enough extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Counted implements PersonalDataSink {

        private final Map<String, Long> kinds = new TreeMap<>();
        private Optional<Instant> since = Optional.empty();
        private long items;
        private boolean more;

        @Override
        public void item(String kind, JsonNode item) throws IOException {
            if (items == MOST) {
                throw new Enough();
            }
            items++;
            kinds.merge(kind, 1L, Long::sum);
            for (String field : MOMENTS) {
                moment(item.path(field)).ifPresent(at -> {
                    if (since.isEmpty() || at.isBefore(since.get())) {
                        since = Optional.of(at);
                    }
                });
            }
        }

        @Override
        public void file(String name, InputStream content) {
            kinds.merge("attachment", 1L, Long::sum);
        }

        private static Optional<Instant> moment(JsonNode value) {
            try {
                return value.isTextual() ? Optional.of(Instant.parse(value.textValue())) : Optional.empty();
            } catch (DateTimeParseException noMoment) {
                return Optional.empty();
            }
        }
    }
}

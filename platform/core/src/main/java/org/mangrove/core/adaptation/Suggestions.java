package org.mangrove.core.adaptation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.mangrove.core.adaptation.store.SharedCopyStore;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.TenantProfile;

/** What other markets of the enterprise let this one read. */
@ApplicationScoped
public class Suggestions {

    @Inject
    SharedCopyStore copies;

    @Inject
    Clock clock;

    /** Something that another market says. @param from whom it is, and until when it can be read */
    public record Suggestion(SharedWords.Shared from, SharedText text) {

        public UUID id() {
            return from.content().sharing().id();
        }

        public String market(Locale language) {
            return from.market(language);
        }
    }

    /** In the order of the markets. */
    @Transactional
    public List<Suggestion> of(TenantProfile tenant, String course) {
        Instant now = clock.instant();
        return copies.of(tenant, course).stream()
                .map(copy -> Definitions.read(copy.document(), SharedWords.Shared.class))
                .filter(shared -> shared.content().sharing().holdsAt(now)
                        && !shared.content()
                                .sharing()
                                .tenant()
                                .equals(tenant.tenant().slug()))
                .sorted((one, other) -> one.content()
                        .sharing()
                        .tenant()
                        .compareTo(other.content().sharing().tenant()))
                .flatMap(shared -> shared.content().texts().stream().map(text -> new Suggestion(shared, text)))
                .toList();
    }
}

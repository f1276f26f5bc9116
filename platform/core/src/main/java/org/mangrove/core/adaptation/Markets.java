package org.mangrove.core.adaptation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mangrove.core.adaptation.store.MarketReportMark;
import org.mangrove.core.adaptation.store.MarketReportStore;
import org.mangrove.core.database.Documents;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantRegister;

/** How the courses of an enterprise stand in its markets, as headquarters may see it: without what the markets say. */
@ApplicationScoped
public class Markets {

    private static final int MOST = 2_000;
    private static final int MOST_DOCUMENTS = 2_000;

    @Inject
    MarketReportStore store;

    @Inject
    TenantRegister register;

    private final Documents<DocumentKey, MarketReport> documents = new Documents<>(MOST_DOCUMENTS);

    private record DocumentKey(EnterpriseId enterprise, String digest) {}

    /**
     * A market from above.
     *
     * @param names per language
     * @param heardAt when its cell last told something new; empty if it never has
     */
    public record Market(String slug, Map<Locale, String> names, Optional<Instant> heardAt, MarketReport report) {

        /** Empty where it is simply as it comes, or where nothing was heard. */
        public Optional<CourseStanding> find(String course) {
            return report.find(course);
        }

        public String name(Locale language) {
            return names.getOrDefault(language, names.getOrDefault(Locale.ENGLISH, slug));
        }
    }

    /** By slug. */
    @Transactional
    public List<Market> all(EnterpriseId enterprise) {
        Map<String, MarketReportMark> heard = store.marks(enterprise, MOST).stream()
                .collect(Collectors.toMap(MarketReportMark::tenant, Function.identity()));
        return register.tenantsOf(enterprise).stream()
                .map(tenant -> market(
                        enterprise,
                        tenant,
                        Optional.ofNullable(heard.get(tenant.tenant().slug()))))
                .sorted((one, other) -> one.slug().compareTo(other.slug()))
                .toList();
    }

    private Market market(EnterpriseId enterprise, TenantProfile tenant, Optional<MarketReportMark> heard) {
        return new Market(
                tenant.tenant().slug(),
                tenant.names(),
                heard.map(MarketReportMark::heardAt),
                heard.map(mark -> documents.get(
                                new DocumentKey(enterprise, mark.digest()),
                                () -> store.find(enterprise, mark.id())
                                        .orElseThrow()
                                        .report()))
                        .orElseGet(() -> new MarketReport(0, List.of())));
    }
}

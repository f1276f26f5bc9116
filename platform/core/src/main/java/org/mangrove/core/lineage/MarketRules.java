package org.mangrove.core.lineage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mangrove.core.database.Documents;
import org.mangrove.core.lineage.store.RulesCopyStore;
import org.mangrove.core.lineage.store.RulesMark;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.TenantProfile;

/**
 * What a tenant's market has to observe, from what its cell holds. Which rules there are is read each time; what they say is
 * kept in memory by its digest.
 */
@ApplicationScoped
public class MarketRules {

    private static final int MOST_MARKS = 2_000;
    private static final int MOST_DOCUMENTS = 400;

    @Inject
    RulesCopyStore copies;

    private final Documents<DocumentKey, RulesDocument> documents = new Documents<>(MOST_DOCUMENTS);

    private record DocumentKey(int enterprise, String digest) {}

    /** Which rules there are for each asset of a tenant this moment. */
    public final class Known {

        private final TenantProfile tenant;
        private final Map<String, RulesMark> marks = new HashMap<>();

        private Known(TenantProfile tenant) {
            this.tenant = tenant;
            copies.marks(tenant, MOST_MARKS).forEach(mark -> marks.put(mark.subject(), mark));
        }

        /** By which a cached answer knows that the rules are still the same. */
        public List<String> vector(String type, String asset) {
            return marks(type, asset).map(RulesMark::digest).toList();
        }

        public Rules rules(String type, String asset) {
            List<RulesDocument> all =
                    marks(type, asset).map(mark -> document(tenant, mark)).toList();
            return RuleBook.rules(
                    tenant,
                    type,
                    asset,
                    new RulesDocument(
                            all.stream().flatMap(each -> each.locks().stream()).toList(),
                            all.stream().flatMap(each -> each.claims().stream()).toList(),
                            all.stream()
                                    .flatMap(each -> each.withdrawals().stream())
                                    .toList()));
        }

        private Stream<RulesMark> marks(String type, String asset) {
            return Stream.of(RuleBook.ofType(type), asset)
                    .flatMap(subject -> Optional.ofNullable(marks.get(subject)).stream());
        }
    }

    /** In the transaction that is under way. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Known of(TenantProfile tenant) {
        return new Known(tenant);
    }

    private RulesDocument document(TenantProfile tenant, RulesMark mark) {
        var key = new DocumentKey(tenant.enterprise().number(), mark.digest());
        return documents.get(
                key,
                () -> Definitions.read(
                        copies.find(tenant, mark.id()).orElseThrow().document(), RulesDocument.class));
    }
}

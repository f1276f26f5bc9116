package org.mangrove.core.adaptation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mangrove.core.adaptation.store.SharedMark;
import org.mangrove.core.adaptation.store.SharedStore;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.Masters;
import org.mangrove.core.publication.Leaf;
import org.mangrove.core.publication.LeafSource;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantRegister;
import org.mangrove.sdk.Message;

/** What markets share, as headquarters reads it; and what of it goes on to other markets. */
@ApplicationScoped
public class SharedWords implements LeafSource {

    /** What a leaf with the words of a market is called. */
    static final String LEAF = "adaptation.shared";

    @Inject
    SharedStore store;

    @Inject
    Masters masters;

    @Inject
    TenantRegister register;

    @Inject
    Clock clock;

    /** What a market shares. @param names of the market, by language */
    public record Shared(Map<String, String> names, Sharing.Content content) {

        public Shared {
            names = new TreeMap<>(names);
        }

        public String market(Locale language) {
            return Optional.ofNullable(names.get(language.toLanguageTag()))
                    .or(() -> Optional.ofNullable(names.get("en")))
                    .orElse(content.sharing().tenant());
        }
    }

    /** A master, and what markets share of it. */
    public record OfMaster(AssetVersion master, List<Shared> shared) {}

    /** The markets that share something, by course. */
    @Transactional
    public Map<String, Set<String>> markets(EnterpriseId enterprise) {
        return store.marks(enterprise, clock.instant()).stream()
                .collect(Collectors.groupingBy(
                        SharedMark::course, Collectors.mapping(SharedMark::tenant, Collectors.toSet())));
    }

    /** @throws Refusal.NotFound if the enterprise has no such master */
    @Transactional
    public OfMaster of(EnterpriseId enterprise, String course) {
        AssetVersion master = masters.findCurrent(enterprise, course)
                .orElseThrow(() -> new Refusal.NotFound(Message.of("content.course.not-found")));
        Map<String, TenantProfile> markets = marketsOf(enterprise);
        return new OfMaster(
                master,
                store.of(enterprise, course, clock.instant()).stream()
                        .map(row -> shared(row.content(), markets))
                        .toList());
    }

    @Override
    public String type() {
        return LEAF;
    }

    @Override
    public String mark(EnterpriseId enterprise) {
        return store.momentsForEverybody(enterprise, clock.instant()).stream()
                .map(moment -> moment.id() + " " + moment.heardAt())
                .collect(Collectors.joining(","));
    }

    @Override
    public List<Leaf> leaves(EnterpriseId enterprise) {
        Map<String, TenantProfile> markets = marketsOf(enterprise);
        return store.forEverybody(enterprise, clock.instant()).stream()
                .map(row -> new Leaf(LEAF, row.id().toString(), Definitions.write(shared(row.content(), markets))))
                .toList();
    }

    private Map<String, TenantProfile> marketsOf(EnterpriseId enterprise) {
        return register.tenantsOf(enterprise).stream()
                .collect(Collectors.toMap(tenant -> tenant.tenant().slug(), Function.identity()));
    }

    private static Shared shared(Sharing.Content content, Map<String, TenantProfile> markets) {
        var names = new TreeMap<String, String>();
        Optional.ofNullable(markets.get(content.sharing().tenant()))
                .map(TenantProfile::names)
                .orElseGet(Map::of)
                .forEach((language, name) -> names.put(language.toLanguageTag(), name));
        return new Shared(names, content);
    }
}

package org.mangrove.core.regulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.governance.Decisions;
import org.mangrove.core.governance.TakenLine;
import org.mangrove.core.keys.ZoneKeys;
import org.mangrove.core.privacy.Erasures;
import org.mangrove.core.regulation.PackReport.What;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.Tenants;

/**
 * Holds a proof against itself, and against the logs of decisions, the promises and the register of erasures as they are now. What was
 * erased since it was made is told, and breaks nothing.
 */
@ApplicationScoped
public class PackChecks {

    @Inject
    Tenants tenants;

    @Inject
    MarketLaws laws;

    @Inject
    Decisions decisions;

    @Inject
    Erasures erasures;

    @Inject
    ZoneKeys keys;

    @Inject
    Configuration configuration;

    /** Whatever market it is of, if this node serves that one; what cannot be read is of none. */
    public Optional<PackReport> check(InputStream pack) {
        PackReading read = PackReading.of(pack);
        Optional<String> market =
                read.manifest().map(signed -> signed.manifest().market());
        if (market.isEmpty()) {
            return Optional.of(read.report(0, false));
        }
        return tenants.findBySlug(market.get())
                .filter(tenant -> configuration.cells().contains(tenant.cell()))
                .map(tenant -> check(tenant, read));
    }

    /** Of one market; of another's nothing is said but that it is not this one's. */
    public PackReport check(TenantProfile tenant, InputStream pack) {
        PackReading read = PackReading.of(pack);
        boolean isOurs = read.manifest()
                .filter(signed ->
                        signed.manifest().market().equals(tenant.tenant().slug()))
                .isPresent();
        if (!isOurs) {
            read.note(What.SEAL_FORGED, PackFiles.MANIFEST);
            return read.report(0, false);
        }
        return check(tenant, read);
    }

    private PackReport check(TenantProfile tenant, PackReading read) {
        PackManifest.Sealed signed = read.manifest().orElseThrow();
        String right = keys.proof(
                ProofPacks.SEALING,
                signed.manifest().market(),
                signed.manifest().text());
        if (!MessageDigest.isEqual(
                right.getBytes(StandardCharsets.UTF_8), signed.seal().getBytes(StandardCharsets.UTF_8))) {
            read.note(What.SEAL_FORGED, PackFiles.MANIFEST);
        }
        // each names the hash of the one before, so that the last one speaks for all
        read.lastDecision()
                .filter(last -> decisions
                        .findHash(tenant, last.entry().number())
                        .filter(last.hash()::equals)
                        .isEmpty())
                .ifPresent(last -> read.note(
                        What.NOT_IN_LOG,
                        PackFiles.DECISIONS + " " + last.entry().number()));
        boolean isCoreHere = configuration.servesCore();
        if (isCoreHere) {
            tenants.findEnterprise(tenant.enterprise()).ifPresent(enterprise -> ofCore(enterprise, read));
        }
        return read.report(erasedSince(tenant, read), isCoreHere);
    }

    private void ofCore(Enterprise enterprise, PackReading read) {
        for (TakenLine line : read.core()) {
            long number = line.entry().number();
            if (decisions
                    .findHash(enterprise, number)
                    .filter(line.hash()::equals)
                    .isEmpty()) {
                read.note(What.NOT_IN_LOG, PackFiles.CORE_DECISIONS + " " + number);
            }
        }
    }

    private int erasedSince(TenantProfile tenant, PackReading read) {
        var all = new ArrayList<String>(read.opened());
        all.addAll(read.closed());
        Map<String, Boolean> forgotten = laws.promised(tenant.tenant().id(), all);
        if (forgotten.size() != Set.copyOf(all).size()) {
            read.note(What.PEOPLE_MISSING, PackFiles.PEOPLE);
        }
        Set<UUID> register = erasures.registered(tenant).stream()
                .map(Erasures.Registered::id)
                .collect(Collectors.toSet());
        boolean areErased = read.closed().stream().allMatch(each -> forgotten.getOrDefault(each, true))
                && read.erased().stream().allMatch(each -> register.contains(each.register()));
        if (!areErased) {
            read.note(What.NOT_ERASED, PackFiles.ERASED);
        }
        List<String> since = read.opened().stream()
                .filter(each -> forgotten.getOrDefault(each, false))
                .toList();
        return since.size();
    }
}

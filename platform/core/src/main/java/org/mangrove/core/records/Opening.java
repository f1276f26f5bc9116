package org.mangrove.core.records;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.mangrove.core.keys.Sealer;
import org.mangrove.core.xapi.AgentId;
import org.mangrove.core.xapi.WholeStatement;
import org.mangrove.sdk.TenantId;

/**
 * Opens statements of a tenant, as they were sent, without what nobody can read any more. In a transaction, or while reading; for
 * one thread.
 *
 * <p>What arrives while the database still looks for the next one is opened at once, beside its work, if the keys are remembered:
 * they cannot be asked for before it has answered.
 */
final class Opening {

    private final TenantId tenant;
    private final Seals seals;
    private final OwnAccounts accounts;
    private final Sealer sealer;
    private final WholeStatement whole = new WholeStatement();
    private final long asOf;
    private final Map<UUID, StoredStatement> opened = new HashMap<>();

    private record Waiting(SealedStatement statement, List<SealedParts.Bundle> bundles) {}

    Opening(TenantId tenant, Seals seals, OwnAccounts accounts, SecureRandom random) {
        this.tenant = tenant;
        this.seals = seals;
        this.accounts = accounts;
        this.sealer = new Sealer(random);
        this.asOf = seals.asOf(tenant);
    }

    void arrived(SealedStatement statement) {
        List<SealedParts.Bundle> bundles = SealedParts.read(statement.sealed());
        Set<UUID> needed = sealsOf(bundles);
        Map<UUID, Optional<SecretKey>> keys = seals.remembered(tenant, needed, asOf);
        if (keys.size() == needed.size()) {
            opened.put(statement.position(), opened(statement, bundles, keys));
        }
    }

    /** All of these, whether they had arrived or not. */
    List<StoredStatement> all(List<SealedStatement> statements) {
        var waiting = new ArrayList<Waiting>();
        Set<UUID> needed = new HashSet<>();
        for (SealedStatement statement : statements) {
            if (!opened.containsKey(statement.position())) {
                List<SealedParts.Bundle> bundles = SealedParts.read(statement.sealed());
                needed.addAll(sealsOf(bundles));
                waiting.add(new Waiting(statement, bundles));
            }
        }
        Map<UUID, Optional<SecretKey>> keys = seals.keys(tenant, needed, asOf);
        for (Waiting one : waiting) {
            opened.put(one.statement().position(), opened(one.statement(), one.bundles(), keys));
        }
        return statements.stream()
                .map(statement -> opened.get(statement.position()))
                .toList();
    }

    private static Set<UUID> sealsOf(List<SealedParts.Bundle> bundles) {
        Set<UUID> seals = new HashSet<>();
        bundles.forEach(bundle -> seals.add(bundle.seal()));
        seals.remove(Seal.NONE);
        return seals;
    }

    private StoredStatement opened(
            SealedStatement statement, List<SealedParts.Bundle> bundles, Map<UUID, Optional<SecretKey>> keys) {
        if (bundles.isEmpty()) {
            return new StoredStatement(statement.position(), statement.rest());
        }
        var values = new HashMap<Integer, byte[]>();
        var gone = new HashMap<Integer, UUID>();
        for (SealedParts.Bundle bundle : bundles) {
            if (bundle.seal().equals(Seal.NONE)) {
                SealedParts.add(bundle, bundle.bytes(), values);
                continue;
            }
            keys.getOrDefault(bundle.seal(), Optional.empty())
                    .ifPresentOrElse(
                            key -> SealedParts.open(sealer, tenant, statement.position(), bundle, key, values),
                            () -> bundle.numbers().forEach(number -> gone.put(number, bundle.seal())));
        }
        byte[] json = whole.of(statement.rest(), new WholeStatement.Parts() {
            @Override
            public int count() {
                return values.size() + gone.size();
            }

            @Override
            public Optional<byte[]> find(int number) {
                return Optional.ofNullable(values.get(number));
            }

            @Override
            public AgentId inPlaceOf(int number) {
                return accounts.erased(
                        tenant, Optional.ofNullable(gone.get(number)).orElseThrow());
            }
        });
        return new StoredStatement(statement.position(), json);
    }
}

package org.mangrove.core.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import org.mangrove.core.records.NewStatement.Part;
import org.mangrove.core.xapi.AgentId;
import org.mangrove.core.xapi.WholeStatement;
import org.mangrove.sdk.TenantId;

/** Keeps what statements say of people under seals of these people, and opens it for whoever reads. */
@ApplicationScoped
class Sealing {

    @Inject
    Seals seals;

    @Inject
    OwnAccounts accounts;

    private final SecureRandom random = new SecureRandom();

    /**
     * What is written of statements besides what they are found by.
     *
     * @param parts of each statement, in their order
     */
    record Sealed(List<byte[]> parts, Seals.Drawn seals) {}

    /** In the transaction that writes them. */
    Sealed seal(List<NewStatement> statements) {
        Set<TenantId> tenants = new HashSet<>();
        Set<Seals.Whose> people = new HashSet<>();
        for (NewStatement statement : statements) {
            tenants.add(statement.tenant());
            for (Part part : statement.parts()) {
                part.person().ifPresent(person -> people.add(whose(statement, person)));
            }
        }
        Seals.Drawn drawn = seals.draw(tenants, people);
        var sealer = new Sealer(random);
        List<byte[]> parts = statements.stream()
                .map(statement -> SealedParts.write(
                        sealer, statement, person -> drawn.seals().get(whose(statement, person))))
                .toList();
        return new Sealed(parts, drawn);
    }

    /** On this node, at once: what is remembered of these tenants' seals may not be so any more. */
    void doubt(Set<TenantId> tenants) {
        tenants.forEach(seals::forget);
    }

    /**
     * To be called when they have been written.
     *
     * @throws org.hibernate.StaleStateException if somebody was forgotten meanwhile: the transaction is to be run anew
     */
    void mustStand(Sealed sealed) {
        seals.mustStand(sealed.seals());
    }

    /** As they were sent, without what nobody can read any more. In a transaction. */
    List<StoredStatement> open(TenantId tenant, List<SealedStatement> statements) {
        List<List<SealedParts.Bundle>> bundles = new ArrayList<>(statements.size());
        Set<UUID> needed = new HashSet<>();
        for (SealedStatement statement : statements) {
            List<SealedParts.Bundle> those = SealedParts.read(statement.sealed());
            those.forEach(bundle -> needed.add(bundle.seal()));
            bundles.add(those);
        }
        needed.remove(Seal.NONE);
        Map<UUID, Optional<SecretKey>> keys = needed.isEmpty() ? Map.of() : seals.keys(tenant, needed);
        var sealer = new Sealer(random);
        var opened = new ArrayList<StoredStatement>(statements.size());
        for (int i = 0; i < statements.size(); i++) {
            opened.add(opened(sealer, tenant, statements.get(i), bundles.get(i), keys));
        }
        return opened;
    }

    private StoredStatement opened(
            Sealer sealer,
            TenantId tenant,
            SealedStatement statement,
            List<SealedParts.Bundle> bundles,
            Map<UUID, Optional<SecretKey>> keys) {
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
        byte[] json = WholeStatement.of(statement.rest(), new WholeStatement.Parts() {
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

    private static Seals.Whose whose(NewStatement statement, UUID person) {
        return new Seals.Whose(statement.tenant(), statement.evidence(), person);
    }
}

package org.mangrove.core.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.mangrove.core.keys.Sealer;
import org.mangrove.core.records.NewStatement.Part;
import org.mangrove.core.records.store.SealRows.Whose;
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
        Set<Whose> people = new HashSet<>();
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

    /** In a transaction, or while reading. */
    Opening opening(TenantId tenant) {
        return new Opening(tenant, seals, accounts, random);
    }

    /** As they were sent, without what nobody can read any more. In a transaction, or while reading. */
    List<StoredStatement> open(TenantId tenant, List<SealedStatement> statements) {
        return statements.isEmpty() ? List.of() : opening(tenant).all(statements);
    }

    private static Whose whose(NewStatement statement, UUID person) {
        return new Whose(statement.tenant(), statement.evidence(), person);
    }
}

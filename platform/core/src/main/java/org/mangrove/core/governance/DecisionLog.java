package org.mangrove.core.governance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import org.mangrove.core.governance.store.Chains;
import org.mangrove.core.governance.store.EnterpriseChains;
import org.mangrove.core.governance.store.StoredEntry;
import org.mangrove.core.governance.store.StoredHead;
import org.mangrove.core.governance.store.StoredOpening;
import org.mangrove.core.governance.store.TenantChains;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.identity.People;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantRegister;
import org.mangrove.sdk.TenantId;

/**
 * Writes down what is decided, in the transaction in which it is. Whoever decides something of an owner meanwhile waits for the
 * end of that transaction; so it is to be written down as late in it as can be, and after whatever goes into the feed.
 */
@ApplicationScoped
public class DecisionLog {

    private static final int SALT_BYTES = 32;

    @Inject
    TenantChains tenants;

    @Inject
    EnterpriseChains enterprises;

    @Inject
    TenantRegister register;

    @Inject
    People people;

    @Inject
    HeadSeals seals;

    @Inject
    Clock clock;

    private final SecureRandom random = new SecureRandom();

    /** @param person of the tenant */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(TenantProfile tenant, Decided what, UUID person, String reason) {
        TenantId id = tenant.tenant().id();
        UUID actor = people.findSubject(id, person)
                .flatMap(DataSubject::actor)
                .orElseThrow(() -> new IllegalStateException("Nobody of tenant " + id + " has decided it"));
        String owner = nameOf(tenant);
        write(tenants, id, owner, seals.of(owner), what, new Opening(actor, reason));
    }

    /** What follows in a market from what was decided above it. @param actor who has decided it there */
    @Transactional(Transactional.TxType.MANDATORY)
    public void recordFromAbove(TenantProfile tenant, Decided what, UUID actor) {
        String owner = nameOf(tenant);
        write(tenants, tenant.tenant().id(), owner, seals.of(owner), what, new Opening(actor, ""));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void record(EnterpriseId enterprise, Decided what, UUID actor, String reason) {
        String owner = nameOf(register.must(enterprise));
        write(enterprises, enterprise, owner, seals.of(owner), what, new Opening(actor, reason));
    }

    static String nameOf(TenantProfile tenant) {
        return "tenant/" + tenant.tenant().slug();
    }

    static String nameOf(Enterprise enterprise) {
        return "enterprise/" + enterprise.slug();
    }

    private <O> void write(Chains<O> chains, O id, String owner, HeadSeals.Seal seal, Decided what, Opening opening) {
        StoredHead head = chains.hold(id, Hashes.START, seal.of(0, Hashes.START));
        String salt = salt();
        Entry entry = Entry.of(
                owner,
                head.number() + 1,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                what,
                Hashes.commitment(salt, opening.text()),
                head.hash());
        String body = entry.text();
        String hash = Hashes.of(body);
        var stored = new StoredEntry(entry.number(), entry.kind(), entry.type(), entry.asset(), body, hash);
        var opened = new StoredOpening(salt, opening.text(), opening.actor());
        if (!chains.append(id, stored, opened, seal.of(entry.number(), hash))) {
            throw new IllegalStateException("The chain of " + owner + " does not end where it was held");
        }
    }

    private String salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }
}

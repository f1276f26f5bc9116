package org.mangrove.core.credentials;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.identity.OpaqueToken;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;

/** Lets other systems into a tenant's learning record store, and out again. */
@ApplicationScoped
public class Credentials {

    private static final int LONGEST_TITLE = 200;
    private static final int MOST_PER_SECOND = 100_000;

    @Inject
    CredentialBook book;

    @Inject
    KnownCredentials known;

    @Inject
    SystemGates gates;

    @Inject
    Clock clock;

    /** @param secret known from now on to whoever was given it, and to nobody else */
    public record Fresh(CredentialKey key, OpaqueToken secret) {}

    /** @param by somebody of the tenant; empty for an operator */
    public Fresh create(TenantProfile tenant, Optional<UUID> by, Terms terms) {
        mustMakeSense(tenant, by, terms);
        return book.create(tenant, by, terms);
    }

    /**
     * Lets in a program that signs in with Keycloak as this client of the tenant's realm.
     *
     * @throws Invalid if the client is not named after the tenant
     * @throws org.mangrove.core.refusal.Refusal.Conflict if it has been let in already
     */
    public void register(TenantProfile tenant, Optional<UUID> by, String client, Terms terms) {
        mustMakeSense(tenant, by, terms);
        String slug = tenant.tenant().slug();
        if (ClientName.read(client).filter(name -> name.tenant().equals(slug)).isEmpty()) {
            throw new Invalid(
                    "client", Message.of("credentials.credential.no-client").with("tenant", slug));
        }
        known.forget(book.register(tenant, by, client, terms));
    }

    /** Lets nobody in by it any more: on this node from now on, on others of the cell after some seconds. Once more does no harm. */
    public void revoke(TenantProfile tenant, Optional<UUID> by, UUID id) {
        known.forget(book.revoke(tenant, by, id));
    }

    /**
     * Says which system of the register a credential is for: of one that was made before there was a register, or wrongly.
     *
     * @throws Invalid if that system may not be connected
     */
    public void assign(TenantProfile tenant, UUID id, String component) {
        mustBeKnown(tenant, component);
        known.forget(book.assign(tenant, id, component));
    }

    /** Why a credential lets nobody in though it is neither revoked nor has ended; empty if it does. */
    public Optional<Message> objectionTo(TenantProfile tenant, Credential credential) {
        String component = credential.terms().component();
        return isOfTheHouse(credential.madeBy(), component) ? Optional.empty() : gates.objectionTo(tenant, component);
    }

    /** What has to be done so that a credential goes on letting somebody in; empty if nothing. */
    public Optional<Message> warningAbout(TenantProfile tenant, Credential credential) {
        String component = credential.terms().component();
        return isOfTheHouse(credential.madeBy(), component) ? Optional.empty() : gates.warningAbout(tenant, component);
    }

    /** What those who run the platform have made for tools of their own is no system of the tenant's. */
    static boolean isOfTheHouse(Optional<UUID> madeBy, String component) {
        return madeBy.isEmpty() && component.isEmpty();
    }

    private void mustBeKnown(TenantProfile tenant, String component) {
        gates.objectionToNew(tenant, component).ifPresent(objection -> {
            throw new Invalid("component", objection);
        });
    }

    /** All that were ever made, the newest first. */
    public List<Credential> all(TenantProfile tenant) {
        return book.all(tenant);
    }

    /** One that was made at some time, whether or not it still lets anybody in. */
    public Optional<Credential> find(TenantProfile tenant, UUID id) {
        return book.find(tenant, id);
    }

    private void mustMakeSense(TenantProfile tenant, Optional<UUID> by, Terms terms) {
        if (terms.title().isBlank() || terms.title().length() > LONGEST_TITLE) {
            throw new Invalid(
                    "title", Message.of("credentials.credential.no-title").with("most", LONGEST_TITLE));
        }
        if (!terms.purpose().equals(Terms.USUAL_PURPOSE)
                && Purposes.find(tenant, terms.purpose()).isEmpty()) {
            throw new Invalid("purpose", Message.of("credentials.credential.no-purpose"));
        }
        if (terms.scopes().isEmpty()) {
            throw new Invalid("scope", Message.of("credentials.credential.no-scope"));
        }
        if (terms.perSecond().filter(rate -> rate < 1 || rate > MOST_PER_SECOND).isPresent()) {
            throw new Invalid(
                    "limit", Message.of("credentials.credential.no-limit").with("most", MOST_PER_SECOND));
        }
        if (terms.expires().filter(end -> !end.isAfter(clock.instant())).isPresent()) {
            throw new Invalid("expires", Message.of("credentials.credential.expired-already"));
        }
        if (!isOfTheHouse(by, terms.component())) {
            mustBeKnown(tenant, terms.component());
        }
    }
}

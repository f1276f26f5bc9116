package org.mangrove.core.identity.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.Memberships;
import org.mangrove.core.identity.People;
import org.mangrove.core.identity.Person;
import org.mangrove.core.identity.web.TokenRefused.Why;
import org.mangrove.core.tenancy.Address;
import org.mangrove.core.tenancy.Addresses;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.sdk.TenantId;

/**
 * Recognizes those who show a token instead of a cookie. Where the address names a tenant, the token must be of the same
 * one; where it names none, the token alone says it, and must name one only.
 */
@ApplicationScoped
public class BearerTokens {

    @Inject
    TokenChecks checks;

    @Inject
    Realms realms;

    @Inject
    Tenants tenants;

    @Inject
    Addresses addresses;

    @Inject
    People people;

    @Inject
    Memberships memberships;

    Recognition recognize(HttpServletRequest request, Recognition nobody, String token) throws TokenRefused {
        if (nobody.address().kind() == Address.Kind.NOWHERE || nobody.address().kind() == Address.Kind.CORE) {
            throw new TokenRefused(Why.INVALID, "Bearer tokens are for tenants");
        }
        TenantProfile tenant = nobody.tenant().isPresent() ? nobody.tenant().get() : tenantNamedBy(token);
        TokenChecks.SignedOn signedOn = checks.bearer(RelyingParty.of(tenant), token);
        Person person = person(tenant.tenant().id(), signedOn);
        Address address = nobody.tenant().isPresent() ? nobody.address() : addresses.settle(request, tenant);
        var caller = new Caller(
                tenant.tenant(), person.id(), person.actor(), person.name(), person.roles(), person.language());
        return new Recognition(
                address,
                Optional.of(tenant),
                Optional.empty(),
                Optional.of(caller),
                Optional.empty(),
                Optional.empty());
    }

    private Person person(TenantId tenant, TokenChecks.SignedOn signedOn) throws TokenRefused {
        var account = signedOn.account();
        return people.findByAccount(tenant, account.realm(), account.subject())
                .or(() -> memberships.welcome(tenant, account))
                .filter(person -> !person.roles().isEmpty())
                .orElseThrow(() -> new TokenRefused(Why.INVALID, "The membership has ended"));
    }

    private TenantProfile tenantNamedBy(String token) throws TokenRefused {
        var claimed =
                TokenChecks.claimed(token).orElseThrow(() -> new TokenRefused(Why.INVALID, "The token cannot be read"));
        List<TenantProfile> named = tenants.all().stream()
                .filter(tenant -> realms.issuer(tenant.identity().realm()).equals(claimed.issuer()))
                .filter(tenant ->
                        claimed.organizations().contains(tenant.identity().organization()))
                .toList();
        if (named.size() != 1) {
            throw new TokenRefused(Why.INVALID, "The token names " + named.size() + " tenants");
        }
        return named.getFirst();
    }
}

package org.mangrove.core.identity.web;

import java.util.Optional;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.TenantProfile;

/**
 * As whom we ask Keycloak who somebody is: each tenant and each global core has a client of its own.
 *
 * @param organization must be in the token; empty for a global core, whose members are known by our own table only
 * @param provider the company's own identity provider, if its people are sent straight to it
 */
record RelyingParty(String realm, String client, Optional<String> organization, Optional<String> provider) {

    static RelyingParty of(TenantProfile tenant) {
        var identity = tenant.identity();
        return new RelyingParty(
                identity.realm(), identity.client(), Optional.of(identity.organization()), identity.provider());
    }

    static RelyingParty of(Enterprise enterprise) {
        return new RelyingParty(
                enterprise.homeRealm(), "mangrove-" + enterprise.slug() + "-core", Optional.empty(), Optional.empty());
    }

    boolean isCore() {
        return organization.isEmpty();
    }

    String scope() {
        return organization.map(alias -> "openid organization:" + alias).orElse("openid");
    }
}

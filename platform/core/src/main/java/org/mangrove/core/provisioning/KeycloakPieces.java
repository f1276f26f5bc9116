package org.mangrove.core.provisioning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.keycloak.admin.client.Keycloak;
import org.mangrove.core.pages.Brand;

/**
 * What there should be in Keycloak: a realm for each enterprise and zone, an organization and a client for each tenant, a
 * client for each enterprise's core.
 */
final class KeycloakPieces {

    private final Keycloak keycloak;
    private final Surroundings surroundings;
    private final Predicate<String> isHere;
    private final List<Piece> pieces = new ArrayList<>();

    private KeycloakPieces(Keycloak keycloak, Surroundings surroundings, Predicate<String> isHere) {
        this.keycloak = keycloak;
        this.surroundings = surroundings;
        this.isHere = isHere;
    }

    /**
     * In the order in which they are made.
     *
     * @param isHere which realms this Keycloak has: those of its zone
     */
    static List<Piece> of(
            TenantsConfig config, Keycloak keycloak, Surroundings surroundings, Predicate<String> isHere) {
        var all = new KeycloakPieces(keycloak, surroundings, isHere);
        config.enterprises().forEach(all::addEnterprise);
        return all.pieces;
    }

    private void addEnterprise(EnterpriseDeclaration enterprise) {
        for (String realm : realms(enterprise)) {
            List<TenantDeclaration> tenants = enterprise.tenants().stream()
                    .filter(tenant -> tenant.identity().realm().equals(realm))
                    .toList();
            pieces.add(new RealmPiece(keycloak, realm, nameOf(enterprise), languages(enterprise, tenants)));
            pieces.add(new ProfilePiece(keycloak, realm));
            pieces.add(new OrganizationScopePiece(keycloak, realm));
            pieces.add(new ProgramScopesPiece(keycloak, realm));
            tenants.forEach(this::addTenant);
        }
        if (isHere.test(enterprise.homeRealm())) {
            pieces.add(new ClientPiece(
                    keycloak,
                    surroundings.coreClientSecretKey(),
                    enterprise.homeRealm(),
                    enterprise.coreClient(),
                    nameOf(enterprise),
                    Brand.COLOUR,
                    surroundings.coreAddresses(enterprise.slug()),
                    surroundings.coreMachineAddress(enterprise.slug())));
        }
    }

    private void addTenant(TenantDeclaration tenant) {
        String realm = tenant.identity().realm();
        pieces.add(new OrganizationPiece(keycloak, realm, tenant.identity().organization(), tenant.domains()));
        for (ProviderDeclaration provider : tenant.providers()) {
            pieces.add(new FirstSignInPiece(keycloak, realm, provider));
            pieces.add(new ProviderPiece(
                    keycloak, surroundings, realm, tenant.identity().organization(), provider));
        }
        pieces.add(new ClientPiece(
                keycloak,
                surroundings.clientSecretKey(),
                realm,
                tenant.identity().client(),
                nameOf(tenant),
                tenant.theme().brand(),
                surroundings.tenantAddresses(tenant.slug()),
                surroundings.tenantMachineAddress(tenant.slug())));
    }

    private static String nameOf(EnterpriseDeclaration enterprise) {
        return enterprise.names().getOrDefault(enterprise.language(), enterprise.slug());
    }

    private static String nameOf(TenantDeclaration tenant) {
        return tenant.names().getOrDefault(tenant.regional().languages().getFirst(), tenant.slug());
    }

    private Set<String> realms(EnterpriseDeclaration enterprise) {
        var realms = new TreeSet<String>();
        realms.add(enterprise.homeRealm());
        enterprise.tenants().forEach(tenant -> realms.add(tenant.identity().realm()));
        realms.removeIf(isHere.negate());
        return realms;
    }

    /** Those of the tenants in their order, then the enterprise's own. */
    private static List<String> languages(EnterpriseDeclaration enterprise, List<TenantDeclaration> tenants) {
        var languages = new LinkedHashSet<String>();
        tenants.forEach(tenant -> tenant.regional().languages().stream()
                .map(Locale::toLanguageTag)
                .forEach(languages::add));
        languages.add(enterprise.language().toLanguageTag());
        return List.copyOf(languages);
    }
}

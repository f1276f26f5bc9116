package org.mangrove.core.provisioning;

import java.util.List;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.mangrove.core.provisioning.ProviderDeclaration.OpenIdConnect;

/**
 * A realm of our own Keycloak that plays a company's own identity provider in the demonstration.
 *
 * @param realm the realm that plays it
 * @param tenantRealm the realm that sends people there
 */
record StandInCompany(String realm, String alias, OpenIdConnect protocol, String tenantRealm) {

    private static final String ISSUER = "${keycloak}/realms/";

    /** Whether a provider is played by a realm. */
    static boolean plays(ProviderDeclaration provider) {
        return provider.protocol() instanceof OpenIdConnect openId && plays(openId.issuer());
    }

    /** Whether a provider is played by a realm, by the look of its issuer. */
    static boolean plays(String issuer) {
        return issuer.startsWith(ISSUER);
    }

    static StandInCompany of(TenantDeclaration tenant, ProviderDeclaration provider) {
        if (provider.protocol() instanceof OpenIdConnect openId) {
            return new StandInCompany(
                    openId.issuer().substring(ISSUER.length()),
                    provider.alias(),
                    openId,
                    tenant.identity().realm());
        }
        throw new IllegalArgumentException(provider.alias() + " is played by no realm");
    }

    void ensure(Keycloak keycloak, Surroundings surroundings, TenantDeclaration tenant) {
        List<String> languages = tenant.regional().languages().stream()
                .map(language -> language.toLanguageTag())
                .toList();
        String name = tenant.legalEntities().getFirst().name();
        new RealmPiece(keycloak, realm, name, languages).apply();
        new ProfilePiece(keycloak, realm).apply();

        var client = new ClientRepresentation();
        client.setClientId(protocol.client());
        client.setName("Mangrove");
        client.setEnabled(true);
        client.setProtocol("openid-connect");
        client.setPublicClient(false);
        client.setSecret(protocol.secret()
                .flatMap(surroundings.secrets()::findForStandIn)
                .orElse(""));
        client.setStandardFlowEnabled(true);
        client.setDirectAccessGrantsEnabled(false);
        client.setRedirectUris(
                List.of("%s/realms/%s/broker/%s/endpoint*".formatted(surroundings.keycloak(), tenantRealm, alias)));
        var department = new ProtocolMapperRepresentation();
        department.setName("department");
        department.setProtocol("openid-connect");
        department.setProtocolMapper("oidc-usermodel-attribute-mapper");
        department.setConfig(RealmAccounts.asClaim("department"));
        client.setProtocolMappers(List.of(department));
        var clients = keycloak.realm(realm).clients();
        clients.findByClientId(protocol.client()).stream()
                .findFirst()
                .ifPresentOrElse(
                        there -> {
                            client.setProtocolMappers(null);
                            clients.get(there.getId()).update(client);
                        },
                        () -> KeycloakPiece.must(clients.create(client), "make the company's client"));
    }
}

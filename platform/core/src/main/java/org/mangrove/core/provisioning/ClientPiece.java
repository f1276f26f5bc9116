package org.mangrove.core.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.mangrove.core.identity.ClientSecret;
import org.mangrove.core.pages.BrandStylesheet;

/**
 * The client through which a tenant's people, or the authors of an enterprise's core, sign in: code flow with PKCE, and
 * back only to its own addresses.
 */
final class ClientPiece extends KeycloakPiece {

    private final String key;
    private final String displayName;
    private final String colour;
    private final List<String> addresses;
    private final String machineAddress;

    /**
     * @param key from which its secret derives
     * @param displayName what stands on the pages of sign-on, as their theme reads it
     * @param colour of those pages
     * @param addresses where browsers reach it, without a slash at the end
     * @param machineAddress where Keycloak reaches it
     */
    ClientPiece(
            Keycloak keycloak,
            String key,
            String realm,
            String client,
            String displayName,
            String colour,
            List<String> addresses,
            String machineAddress) {
        super(keycloak, Thing.Kind.CLIENT, realm, client);
        this.key = key;
        this.displayName = displayName;
        this.colour = colour;
        this.addresses = addresses;
        this.machineAddress = machineAddress;
    }

    private ClientRepresentation clientWanted() {
        var client = new ClientRepresentation();
        client.setClientId(thing().name());
        client.setName(displayName);
        client.setEnabled(true);
        client.setProtocol("openid-connect");
        client.setPublicClient(false);
        client.setClientAuthenticatorType("client-secret");
        client.setSecret(ClientSecret.derive(key, thing().place(), thing().name()));
        client.setStandardFlowEnabled(true);
        client.setImplicitFlowEnabled(false);
        client.setDirectAccessGrantsEnabled(false);
        client.setServiceAccountsEnabled(false);
        client.setFullScopeAllowed(false);
        client.setConsentRequired(false);
        client.setFrontchannelLogout(false);
        client.setRedirectUris(
                addresses.stream().map(address -> address + "/sign-on/callback").toList());
        client.setWebOrigins(List.of());
        client.setAttributes(Map.of(
                "mangrove.colours",
                BrandStylesheet.of(colour).strip(),
                "pkce.code.challenge.method",
                "S256",
                "backchannel.logout.url",
                machineAddress + "/sign-on/back-channel-logout",
                "backchannel.logout.session.required",
                "true",
                "post.logout.redirect.uris",
                addresses.stream().map(address -> address + "/*").collect(Collectors.joining("##"))));
        return client;
    }

    @Override
    public JsonNode wanted() {
        JsonNode client = json(clientWanted());
        return json(Map.of("client", client, "mayAskForOrganization", true));
    }

    @Override
    Optional<?> findThere() {
        return findClient()
                .map(client -> Map.of("client", json(client), "mayAskForOrganization", mayAskForOrganization(client)));
    }

    private Optional<ClientRepresentation> findClient() {
        return realm().clients().findByClientId(thing().name()).stream().findFirst();
    }

    private static boolean mayAskForOrganization(ClientRepresentation client) {
        return client.getOptionalClientScopes() != null
                && client.getOptionalClientScopes().contains(OrganizationScopePiece.SCOPE);
    }

    @Override
    public void apply() {
        ClientRepresentation wanted = clientWanted();
        Optional<ClientRepresentation> found = findClient();
        if (found.isPresent()) {
            wanted.setId(found.get().getId());
            realm().clients().get(wanted.getId()).update(wanted);
        } else {
            must(realm().clients().create(wanted), "make the client");
        }
        ClientRepresentation there = findClient().orElseThrow();
        if (!mayAskForOrganization(there)) {
            ClientResource client = realm().clients().get(there.getId());
            realm().clientScopes().findAll().stream()
                    .filter(scope -> scope.getName().equals(OrganizationScopePiece.SCOPE))
                    .map(ClientScopeRepresentation::getId)
                    .forEach(client::addOptionalClientScope);
        }
    }
}

package org.mangrove.core.provisioning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.FederatedIdentityRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** The accounts of people in one realm. */
final class RealmAccounts {

    private static final int CONFLICT = 409;

    private final RealmResource realm;

    RealmAccounts(RealmResource realm) {
        this.realm = realm;
    }

    /**
     * @param user the user name if the account is new; a company's own provider names its people by their addresses
     * @return the account's id, as tokens name it
     */
    String ensure(DemonstrationPerson person, String user) {
        var wanted = new UserRepresentation();
        wanted.setUsername(user);
        wanted.setFirstName(person.name().given());
        wanted.setLastName(person.name().family());
        wanted.setEmail(person.email());
        wanted.setEmailVerified(true);
        wanted.setEnabled(true);
        var attributes = new LinkedHashMap<String, List<String>>();
        person.attributes().forEach((name, value) -> attributes.put(name, List.of(value)));
        wanted.setAttributes(attributes);
        Optional<UserRepresentation> there = find(person);
        if (there.isPresent()) {
            wanted.setUsername(there.get().getUsername());
            realm.users().get(there.get().getId()).update(wanted);
            return there.get().getId();
        }
        KeycloakPiece.must(realm.users().create(wanted), "make the account " + user);
        return find(person).orElseThrow().getId();
    }

    void setPassword(String account, String password) {
        var credential = new CredentialRepresentation();
        credential.setType(CredentialRepresentation.PASSWORD);
        credential.setTemporary(false);
        credential.setValue(password);
        realm.users().get(account).resetPassword(credential);
    }

    /** Lets the account be reached from the company's own provider. */
    void link(String account, String provider, String theirAccount, String theirUser) {
        UserResource user = realm.users().get(account);
        boolean isLinked = user.getFederatedIdentity().stream()
                .anyMatch(link -> link.getIdentityProvider().equals(provider));
        if (!isLinked) {
            var link = new FederatedIdentityRepresentation();
            link.setIdentityProvider(provider);
            link.setUserId(theirAccount);
            link.setUserName(theirUser);
            KeycloakPiece.must(user.addFederatedIdentity(provider, link), "link an account to " + provider);
        }
    }

    void join(String organization, String account) {
        String id = OrganizationPiece.find(realm, organization).orElseThrow().getId();
        try (var answer = realm.organizations().get(id).members().addMember(account)) {
            if (answer.getStatus() >= 300 && answer.getStatus() != CONFLICT) {
                throw new KeycloakFailure(
                        "Keycloak did not add a member to %s: %d".formatted(organization, answer.getStatus()));
            }
        }
    }

    private Optional<UserRepresentation> find(DemonstrationPerson person) {
        return realm.users().searchByEmail(person.email(), true).stream().findFirst();
    }

    /** What a user's attribute looks like in a token. */
    static Map<String, String> asClaim(String attribute) {
        return Map.of(
                "user.attribute", attribute,
                "claim.name", attribute,
                "jsonType.label", "String",
                "id.token.claim", "true",
                "access.token.claim", "true",
                "userinfo.token.claim", "true");
    }
}

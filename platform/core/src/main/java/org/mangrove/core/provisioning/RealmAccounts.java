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

    /** @return the account's id, as tokens name it */
    String ensure(DemonstrationPerson person) {
        var wanted = new UserRepresentation();
        wanted.setUsername(person.user());
        wanted.setFirstName(person.name().given());
        wanted.setLastName(person.name().family());
        wanted.setEmail(person.email());
        wanted.setEmailVerified(true);
        wanted.setEnabled(true);
        var attributes = new LinkedHashMap<String, List<String>>();
        person.attributes().forEach((name, value) -> attributes.put(name, List.of(value)));
        wanted.setAttributes(attributes);
        Optional<String> there = find(person.user());
        if (there.isPresent()) {
            realm.users().get(there.get()).update(wanted);
            return there.get();
        }
        KeycloakPiece.must(realm.users().create(wanted), "make the account " + person.user());
        return find(person.user()).orElseThrow();
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

    private Optional<String> find(String user) {
        return realm.users().searchByUsername(user, true).stream()
                .map(UserRepresentation::getId)
                .findFirst();
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

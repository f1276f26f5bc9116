package org.mangrove.core.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;
import org.keycloak.representations.userprofile.config.UPConfig;

/** What a realm knows of a person besides name and address: where they work and for whom. Only the company changes it. */
final class ProfilePiece extends KeycloakPiece {

    private static final Set<String> ATTRIBUTES = Set.of("department", "manager");

    ProfilePiece(Keycloak keycloak, String realm) {
        super(keycloak, Thing.Kind.PROFILE, realm, "user profile");
    }

    @Override
    public JsonNode wanted() {
        var wanted = new TreeMap<String, Object>();
        ATTRIBUTES.forEach(name -> wanted.put(name, Map.of("edit", Set.of("admin"))));
        return json(wanted);
    }

    @Override
    Optional<?> findThere() {
        var there = new TreeMap<String, Object>();
        for (UPAttribute attribute :
                realm().users().userProfile().getConfiguration().getAttributes()) {
            if (ATTRIBUTES.contains(attribute.getName())) {
                var permissions = attribute.getPermissions();
                there.put(attribute.getName(), Map.of("edit", permissions == null ? Set.of() : permissions.getEdit()));
            }
        }
        return there.isEmpty() ? Optional.empty() : Optional.of(there);
    }

    @Override
    public void apply() {
        UPConfig profile = realm().users().userProfile().getConfiguration();
        for (String name : ATTRIBUTES) {
            var attribute = new UPAttribute(name, new UPAttributePermissions(Set.of("admin", "user"), Set.of("admin")));
            attribute.setDisplayName("${" + name + "}");
            profile.addOrReplaceAttribute(attribute);
        }
        realm().users().userProfile().update(profile);
    }
}

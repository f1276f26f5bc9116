package org.mangrove.core.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.RealmRepresentation;

/** The realm of one enterprise in one zone. */
final class RealmPiece extends KeycloakPiece {

    /** Of sign-on's pages; Keycloak shows its own where it does not have this one. */
    private static final String THEME = "mangrove";

    private static final int A_MINUTE = 60;
    private static final int AN_HOUR = 60 * A_MINUTE;
    private static final String ADMIN_EVENTS_ARE_KEPT = "adminEventsExpiration";
    private static final long EVENTS_ARE_KEPT = 14L * 24 * AN_HOUR;

    private final String displayName;
    private final List<String> languages;

    /** @param languages the first is used where the browser asks for none of them */
    RealmPiece(Keycloak keycloak, String realm, String displayName, List<String> languages) {
        super(keycloak, Thing.Kind.REALM, realm, realm);
        this.displayName = displayName;
        this.languages = languages;
    }

    private RealmRepresentation realmWanted() {
        var realm = new RealmRepresentation();
        realm.setRealm(thing().name());
        realm.setEnabled(true);
        realm.setDisplayName(displayName);
        realm.setLoginTheme(THEME);
        realm.setOrganizationsEnabled(true);
        realm.setSslRequired("external");
        realm.setRegistrationAllowed(false);
        realm.setEditUsernameAllowed(false);
        realm.setLoginWithEmailAllowed(true);
        realm.setDuplicateEmailsAllowed(false);
        realm.setRememberMe(false);
        realm.setPasswordPolicy("length(8) and notUsername");
        realm.setInternationalizationEnabled(true);
        realm.setSupportedLocales(new LinkedHashSet<>(languages));
        realm.setDefaultLocale(languages.getFirst());
        keepChangesInTheRealm(realm);
        keepFailuresInTheRealm(realm);
        guardAgainstGuessing(realm);
        keepTokensShort(realm);
        return realm;
    }

    /**
     * Who changed what is told of for a while, too: it tells the address of somebody who may have been erased since.
     */
    private static void keepChangesInTheRealm(RealmRepresentation realm) {
        realm.setAdminEventsEnabled(true);
        realm.setAttributes(Map.of(ADMIN_EVENTS_ARE_KEPT, Long.toString(EVENTS_ARE_KEPT)));
    }

    /** Whoever failed to sign on is told of in the realm's own rows, for a while: a log would tell it to everybody. */
    private static void keepFailuresInTheRealm(RealmRepresentation realm) {
        realm.setEventsEnabled(true);
        realm.setEventsExpiration(EVENTS_ARE_KEPT);
        realm.setEnabledEventTypes(List.of("LOGIN_ERROR", "CODE_TO_TOKEN_ERROR", "IDENTITY_PROVIDER_LOGIN_ERROR"));
    }

    private static void guardAgainstGuessing(RealmRepresentation realm) {
        realm.setBruteForceProtected(true);
        realm.setPermanentLockout(false);
        realm.setFailureFactor(10);
        realm.setWaitIncrementSeconds(A_MINUTE);
        realm.setMaxFailureWaitSeconds(15 * A_MINUTE);
    }

    private static void keepTokensShort(RealmRepresentation realm) {
        realm.setAccessTokenLifespan(5 * A_MINUTE);
        realm.setAccessCodeLifespan(A_MINUTE);
        realm.setSsoSessionIdleTimeout(AN_HOUR);
        realm.setSsoSessionMaxLifespan(10 * AN_HOUR);
        realm.setRevokeRefreshToken(true);
    }

    @Override
    public JsonNode wanted() {
        return json(realmWanted());
    }

    @Override
    Optional<?> findThere() {
        return Optional.of(realm().toRepresentation());
    }

    @Override
    public void apply() {
        if (find().isPresent()) {
            realm().update(withAttributesOf(realm().toRepresentation(), realmWanted()));
            return;
        }
        keycloak().realms().create(realmWanted());
        // Rights in a new realm come with a new token only.
        keycloak().tokenManager().grantToken();
    }

    /** Keycloak removes those that it is not told again. */
    private static RealmRepresentation withAttributesOf(RealmRepresentation there, RealmRepresentation wanted) {
        var all = new HashMap<>(there.getAttributes());
        all.putAll(wanted.getAttributes());
        wanted.setAttributes(all);
        return wanted;
    }
}

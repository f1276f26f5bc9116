package org.mangrove.core.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;

/**
 * What happens when somebody comes from the company's own provider for the first time: no page asks for their name, and
 * they become a member of the organization.
 *
 * <p>An account with the same address is theirs only if {@link ProviderPiece} lets in nobody but addresses of the company's
 * own domains. OpenID Connect can be held to that; SAML cannot, and there the owner of the account is asked to sign in.
 */
final class FirstSignInPiece extends KeycloakPiece {

    private static final String ORIGINAL = "first broker login";
    private static final String LINK = "idp-auto-link";

    /** What is switched how, by authenticator; steps below a step that is off are off with it. */
    private static final Map<String, String> ALWAYS =
            Map.of("idp-review-profile", "DISABLED", "idp-add-organization-member", "REQUIRED");

    private static final String VERIFICATION = "Account verification options";

    private static final Map<String, String> LINKING =
            Map.of("idp-confirm-link", "DISABLED", VERIFICATION, "DISABLED", LINK, "REQUIRED");

    private final boolean linksByAddress;

    FirstSignInPiece(Keycloak keycloak, String realm, ProviderDeclaration provider) {
        super(keycloak, Thing.Kind.FLOW, realm, flowOf(provider.alias()));
        this.linksByAddress = provider.protocol() instanceof ProviderDeclaration.OpenIdConnect;
    }

    static String flowOf(String provider) {
        return "first sign-in from " + provider;
    }

    @Override
    public JsonNode wanted() {
        var wanted = new TreeMap<>(ALWAYS);
        if (linksByAddress) {
            wanted.putAll(LINKING);
        }
        return json(wanted);
    }

    @Override
    Optional<?> findThere() {
        if (!isThere()) {
            return Optional.empty();
        }
        var there = new TreeMap<String, String>();
        for (AuthenticationExecutionInfoRepresentation step : steps()) {
            there.put(nameOf(step), step.getRequirement());
        }
        return Optional.of(there);
    }

    @Override
    public void apply() {
        String flow = thing().name();
        if (!isThere()) {
            must(realm().flows().copy(ORIGINAL, Map.of("newName", flow)), "copy the sign-in flow");
        }
        if (linksByAddress && steps().stream().noneMatch(step -> LINK.equals(step.getProviderId()))) {
            String existing = steps().stream()
                    .map(AuthenticationExecutionInfoRepresentation::getDisplayName)
                    .filter(name -> name != null && name.endsWith("Handle Existing Account"))
                    .findFirst()
                    .orElseThrow(() -> new KeycloakFailure("The sign-in flow has no step for existing accounts"));
            realm().flows().addExecution(existing, Map.of("provider", LINK));
        }
        for (AuthenticationExecutionInfoRepresentation step : steps()) {
            String wanted = wanted().path(nameOf(step)).asText(step.getRequirement());
            if (!wanted.equals(step.getRequirement())) {
                step.setRequirement(wanted);
                realm().flows().updateExecutions(flow, step);
            }
        }
    }

    private boolean isThere() {
        return realm().flows().getFlows().stream()
                .anyMatch(flow -> flow.getAlias().equals(thing().name()));
    }

    private List<AuthenticationExecutionInfoRepresentation> steps() {
        return realm().flows().getExecutions(thing().name());
    }

    private static String nameOf(AuthenticationExecutionInfoRepresentation step) {
        if (step.getProviderId() != null) {
            return step.getProviderId();
        }
        String name = String.valueOf(step.getDisplayName());
        return name.endsWith(VERIFICATION) ? VERIFICATION : name;
    }
}

package org.mangrove.core.credentials;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mangrove.core.refusal.Refusal.NotAllowed;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;

/**
 * Another system that asks the learning record store. What it showed is all that says whose store that is.
 *
 * @param source the credential's id: statements that came with it are its own
 * @param evidence whether a law demands that its statements are kept
 * @param authority who vouches for its statements
 */
public record XapiCaller(TenantProfile tenant, UUID source, boolean evidence, ObjectNode authority, Set<Scope> scopes) {

    public XapiCaller {
        authority = authority.deepCopy();
        scopes = Set.copyOf(scopes);
    }

    /** A copy: callers are remembered from one request to the next. */
    @Override
    public ObjectNode authority() {
        return authority.deepCopy();
    }

    /** The same, with no more than both it and {@code granted} allow. */
    XapiCaller within(Set<Scope> granted) {
        var both = Arrays.stream(Scope.values())
                .filter(scope -> may(scope) && covers(granted, scope))
                .collect(Collectors.toSet());
        return new XapiCaller(tenant, source, evidence, authority, both);
    }

    public boolean may(Scope needed) {
        return covers(scopes, needed);
    }

    private static boolean covers(Set<Scope> scopes, Scope needed) {
        return scopes.stream().anyMatch(scope -> scope.includes(needed));
    }

    /** @throws NotAllowed if it may do none of these; it names what is needed */
    public void mustMay(Scope... anyOf) {
        if (Arrays.stream(anyOf).noneMatch(this::may)) {
            throw new NotAllowed(Message.of("credentials.credential.scope-needed")
                    .with("scopes", Arrays.stream(anyOf).map(Scope::text).collect(Collectors.joining(", "))));
        }
    }
}

package org.mangrove.core.identity.web;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mangrove.core.identity.SignOnCookies;

/**
 * What must be remembered between sending somebody to sign on and their coming back. The browser keeps it, sealed.
 *
 * @param party the client that asked, so that it is of no use at another tenant
 * @param back a path of ours
 */
record LoginState(String party, State state, Nonce nonce, CodeVerifier verifier, String back, Instant until) {

    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final int PARTS = 6;

    static LoginState begin(RelyingParty party, String back, Instant now) {
        return new LoginState(
                name(party),
                new State(),
                new Nonce(),
                new CodeVerifier(),
                worthComingBackTo(SignOnCookies.pathOfOurs(back)),
                now.plus(PATIENCE));
    }

    /** Whoever signs on from a page that says that they are not, or could not be, does not want to read it again. */
    private static String worthComingBackTo(String path) {
        return path.startsWith(SignOn.BEGINNING)
                        || path.startsWith(SignOn.BEGINNING_BY_ANOTHER_NAME)
                        || path.startsWith(SignOutResource.SIGNED_OUT)
                ? "/"
                : path;
    }

    String write() {
        return String.join(
                "\n",
                party,
                state.getValue(),
                nonce.getValue(),
                verifier.getValue(),
                Long.toString(until.getEpochSecond()),
                back);
    }

    static Optional<LoginState> read(String text) {
        String[] parts = text.split("\n", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        return Optional.of(new LoginState(
                parts[0],
                new State(parts[1]),
                new Nonce(parts[2]),
                new CodeVerifier(parts[3]),
                parts[5],
                Instant.ofEpochSecond(Long.parseLong(parts[4]))));
    }

    boolean fits(RelyingParty asked, String stateShown, Instant now) {
        return party.equals(name(asked)) && state.getValue().equals(stateShown) && now.isBefore(until);
    }

    private static String name(RelyingParty party) {
        return party.realm() + "/" + party.client();
    }
}

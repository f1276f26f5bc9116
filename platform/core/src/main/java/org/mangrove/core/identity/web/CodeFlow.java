package org.mangrove.core.identity.web;

import com.nimbusds.langtag.LangTag;
import com.nimbusds.langtag.LangTagException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.mangrove.core.identity.web.TokenRefused.Why;
import org.mangrove.core.tenancy.Address;

/** The two steps of signing on: sending somebody to Keycloak, and believing with what they come back. */
@ApplicationScoped
public class CodeFlow {

    static final String CALLBACK = "/sign-on/callback";

    private static final int PATIENCE_MILLIS = 5_000;

    /** @param idToken as it came, for signing out with it later */
    record Done(TokenChecks.SignedOn signedOn, String idToken) {}

    @Inject
    Realms realms;

    @Inject
    TokenChecks checks;

    URI begin(RelyingParty party, Address address, LoginState state, Locale locale) {
        var request = new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        Scope.parse(party.scope()),
                        new ClientID(party.client()),
                        URI.create(address.absolute(CALLBACK)))
                .endpointURI(realms.authorization(party.realm()))
                .state(state.state())
                .nonce(state.nonce())
                .codeChallenge(state.verifier(), CodeChallengeMethod.S256)
                .uiLocales(languages(locale));
        party.provider().ifPresent(provider -> request.customParameter("kc_idp_hint", provider));
        return request.build().toURI();
    }

    /**
     * @throws TokenRefused if the code or the token cannot be believed
     * @throws IOException if Keycloak cannot be reached
     */
    Done complete(RelyingParty party, Address address, LoginState state, String code) throws TokenRefused, IOException {
        var client = new ClientID(party.client());
        var request = new TokenRequest.Builder(
                        realms.token(party.realm()),
                        new ClientSecretBasic(client, new Secret(realms.secret(party))),
                        new AuthorizationCodeGrant(
                                new AuthorizationCode(code), URI.create(address.absolute(CALLBACK)), state.verifier()))
                .build()
                .toHTTPRequest();
        request.setConnectTimeout(PATIENCE_MILLIS);
        request.setReadTimeout(PATIENCE_MILLIS);
        try {
            var response = OIDCTokenResponseParser.parse(request.send());
            if (!(response instanceof OIDCTokenResponse tokens)) {
                throw new TokenRefused(
                        Why.INVALID,
                        "Keycloak refused the code: "
                                + response.toErrorResponse().getErrorObject().getCode());
            }
            var idToken = tokens.getOIDCTokens().getIDToken();
            if (idToken == null) {
                throw new TokenRefused(Why.INVALID, "Keycloak gave no ID token");
            }
            return new Done(checks.idToken(party, idToken, state.nonce()), idToken.getParsedString());
        } catch (ParseException e) {
            throw new TokenRefused(Why.INVALID, "Keycloak's answer cannot be read");
        }
    }

    private static List<LangTag> languages(Locale locale) {
        try {
            return List.of(LangTag.parse(locale.getLanguage()));
        } catch (LangTagException e) {
            return List.of();
        }
    }
}

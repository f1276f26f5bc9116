package org.mangrove.core.identity.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.mangrove.core.identity.OperatorTokens;
import org.mangrove.core.logging.RequestId;
import org.mangrove.core.tenancy.Address;
import org.mangrove.core.tenancy.Addresses;

/** Believes the tokens that {@link TokenChecks} believes, at the platform's own addresses. */
@ApplicationScoped
public class ShownOperatorTokens implements OperatorTokens {

    private static final Logger LOG = System.getLogger(ShownOperatorTokens.class.getName());
    private static final String SCHEME = "Bearer ";

    @Inject
    Addresses addresses;

    @Inject
    TokenChecks checks;

    @Override
    public boolean admit(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        boolean isThePlatforms = addresses.of(request).kind() == Address.Kind.PLATFORM;
        if (!isThePlatforms || header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        try {
            checks.operator(header.substring(SCHEME.length()).strip());
            return true;
        } catch (TokenRefused refused) {
            LOG.log(
                    Level.INFO,
                    "An operator''s request {0} was refused: {1}",
                    RequestId.of(request),
                    refused.getMessage());
            return false;
        }
    }
}

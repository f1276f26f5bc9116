package org.mangrove.core.identity;

import jakarta.servlet.http.HttpServletRequest;

/** Knows operators by the bearer token of their own realm that a request shows; a cookie is never enough. */
public interface OperatorTokens {

    /** @return whether it is addressed to the platform and an operator asks */
    boolean admit(HttpServletRequest request);
}

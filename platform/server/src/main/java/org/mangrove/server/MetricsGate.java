package org.mangrove.server;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.mangrove.core.identity.OperatorTokens;

/** Lets nobody but operators at the server's {@code /metrics}, and brings our own up to date before they are shown. */
@WebFilter(
        urlPatterns = {"/metrics", "/metrics/*"},
        asyncSupported = true)
public class MetricsGate implements Filter {

    @Inject
    OperatorTokens operators;

    @Inject
    Measures measures;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!operators.admit((HttpServletRequest) request)) {
            var refused = (HttpServletResponse) response;
            refused.setHeader("WWW-Authenticate", "Bearer realm=\"operators\"");
            refused.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        measures.takeOver();
        chain.doFilter(request, response);
    }
}

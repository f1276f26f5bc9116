package org.mangrove.server;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The {@link StartGate} of the learning record store, which is no resource of JAX-RS. A node that has not come up knows nobody's
 * credential: told so, a system that sends statements would give up, where it only has to wait.
 */
@WebFilter(urlPatterns = "/xapi/*", asyncSupported = true)
public class XapiStartGate implements Filter {

    private static final String SECONDS_TO_WAIT = "5";
    private static final String PROBLEM = """
            {"type":"about:blank","title":"Service Unavailable","status":503,"key":"pages.error.starting"}""";

    @Inject
    Boot boot;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (boot.waitingFor().isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var answer = (HttpServletResponse) response;
        answer.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        answer.setHeader("Retry-After", SECONDS_TO_WAIT);
        answer.setHeader("Cache-Control", "no-store");
        answer.setContentType("application/problem+json");
        answer.getWriter().write(PROBLEM);
    }
}

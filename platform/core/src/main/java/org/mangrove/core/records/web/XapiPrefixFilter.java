package org.mangrove.core.records.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.mangrove.core.tenancy.Address;
import org.mangrove.core.tenancy.Addresses;

/** Leads who asks at {@code /t/<tenant>/xapi/…} to {@link XapiServlet}, which stands at one place only. */
@WebFilter(urlPatterns = "/t/*", asyncSupported = true)
public class XapiPrefixFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    @SuppressWarnings("serial")
    transient Addresses addresses;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Address address = addresses.of(request);
        if (address.kind() == Address.Kind.TENANT && address.path().startsWith(XapiServlet.ROOT)) {
            request.getRequestDispatcher(address.path()).forward(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}

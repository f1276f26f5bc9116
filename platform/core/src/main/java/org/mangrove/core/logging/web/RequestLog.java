package org.mangrove.core.logging.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.mangrove.core.logging.RequestLine;

/** One line for each request that came past the sign-on mechanism; that one tells of those which it answers itself. */
public class RequestLog implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try (var line = RequestLine.begin((HttpServletRequest) request)) {
            line.nameThread();
            var answer = (HttpServletResponse) response;
            try {
                chain.doFilter(request, response);
            } catch (ServletException | RuntimeException failed) {
                line.failed(failed, answer);
            } finally {
                line.tell(answer.getStatus());
            }
        }
    }
}

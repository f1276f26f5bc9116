package org.mangrove.core.content.web;

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
import java.util.Optional;
import java.util.Set;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.content.Courses;
import org.mangrove.core.content.Courses.CourseMedia;
import org.mangrove.core.content.Masters;
import org.mangrove.core.tenancy.Address.Kind;
import org.mangrove.core.tenancy.MediaHost;
import org.mangrove.core.tenancy.Tenants;

/**
 * All that the {@link MediaHost} does: it gives out the files that an address permits. It knows no session, sets no
 * cookie, and has no page: whatever else is asked there does not exist.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class MediaHostFilter implements Filter {

    /** As long as the address works at least. */
    private static final String FOR_A_DAY = "private, max-age=86400, immutable";

    private static final Set<String> METHODS = Set.of("GET", "HEAD");

    @Inject
    MediaHost host;

    @Inject
    Tenants tenants;

    @Inject
    Courses courses;

    @Inject
    Masters masters;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var asked = (HttpServletRequest) request;
        if (host.isAsked(Optional.ofNullable(asked.getHeader("Host")).orElse(""))) {
            answer(asked, (HttpServletResponse) response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void answer(HttpServletRequest asked, HttpServletResponse response) throws IOException {
        Optional<MediaHost.Permit> permit = METHODS.contains(asked.getMethod()) && asked.getQueryString() == null
                ? host.open(asked.getRequestURI())
                : Optional.empty();
        Optional<Digest> digest = permit.flatMap(known -> Digest.parse(known.digest()));
        Optional<CourseMedia> media = permit.flatMap(known -> digest.flatMap(name -> find(known, name)));
        if (digest.isEmpty() || media.isEmpty()) {
            response.setHeader("Cache-Control", "no-store");
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        send(
                MediaAnswer.of(digest.get(), media.get(), Optional.ofNullable(asked.getHeader("Range"))),
                asked.getMethod().equals("GET"),
                response);
    }

    private Optional<CourseMedia> find(MediaHost.Permit permit, Digest digest) {
        return permit.owner() == Kind.TENANT
                ? tenants.findBySlug(permit.slug()).flatMap(tenant -> courses.findMedia(tenant, digest))
                : tenants.findEnterpriseBySlug(permit.slug())
                        .flatMap(enterprise -> masters.findMedia(enterprise.id(), digest));
    }

    /** Our pages are another site: they may show it, and the captions of a film may be read by them. */
    private static void send(MediaAnswer answer, boolean withBody, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setContentType(answer.type());
        response.setContentLengthLong(answer.length());
        answer.headers().forEach(response::setHeader);
        response.setHeader("Cache-Control", FOR_A_DAY);
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        response.setHeader("Access-Control-Allow-Origin", "*");
        if (withBody) {
            answer.writeTo(response.getOutputStream());
        }
    }
}

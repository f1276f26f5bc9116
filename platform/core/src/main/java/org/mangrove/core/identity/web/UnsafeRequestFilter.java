package org.mangrove.core.identity.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.core.refusal.Refusal.NotAllowed;
import org.mangrove.sdk.Message;

/**
 * Lets nothing be changed by a page of other hands.
 *
 * <p>What changes something and comes with a cookie shows the session's token, in the field {@code _csrf} or the header
 * {@code X-CSRF-Token}, and comes from our own origin as far as the browser says from where it comes. A form with files
 * has its {@code _csrf} as the first field. Whoever shows a credential instead of a cookie is no browser that could be
 * misled.
 */
@Provider
@PreMatching
@Priority(200)
@ApplicationScoped
public class UnsafeRequestFilter implements ContainerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");
    private static final int LONGEST_FORM = 1024 * 1024;
    private static final int BEGINNING = 4 * 1024;
    private static final Pattern FIRST_PART = Pattern.compile(
            "^--[^\\r\\n]+\\r\\n[^\\r\\n]*name=\"_csrf\"[^\\r\\n]*\\r\\n(?:[^\\r\\n]+\\r\\n)*\\r\\n([^\\r\\n]*)\\r\\n");

    @Inject
    HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) throws IOException {
        if (SAFE.contains(context.getMethod()) || context.getHeaderString("Authorization") != null) {
            return;
        }
        Recognition known = Recognition.of(request);
        if (!comesFromUs(context, known)) {
            throw notOurs();
        }
        if (known.session().isPresent()) {
            String shown = shown(context);
            if (!CsrfToken.fits(known.session().get(), shown)) {
                throw notOurs();
            }
        } else if (isForm(context)) {
            WrittenForm.keep(request, body(context));
        }
    }

    private static boolean isForm(ContainerRequestContext context) {
        return context.getMediaType() != null
                && context.getMediaType().isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE);
    }

    /** All of it; whoever reads the request later finds it as it came. */
    private static String body(ContainerRequestContext context) throws IOException {
        byte[] body = context.getEntityStream().readNBytes(LONGEST_FORM + 1);
        if (body.length > LONGEST_FORM) {
            throw new Invalid(Message.of("identity.form.too-long"));
        }
        context.setEntityStream(new ByteArrayInputStream(body));
        return new String(body, StandardCharsets.UTF_8);
    }

    private static boolean comesFromUs(ContainerRequestContext context, Recognition known) {
        String site = context.getHeaderString("Sec-Fetch-Site");
        if (site != null) {
            return OWN_SITES.contains(site);
        }
        String origin = context.getHeaderString("Origin");
        return origin == null || origin.equals(known.address().origin());
    }

    private static String shown(ContainerRequestContext context) throws IOException {
        String header = context.getHeaderString("X-CSRF-Token");
        MediaType type = context.getMediaType();
        if (header != null || type == null) {
            return header == null ? "" : header;
        }
        if (type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)) {
            return inForm(context);
        }
        return type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE) ? inFirstPart(context) : "";
    }

    private static String inForm(ContainerRequestContext context) throws IOException {
        Optional<String> field = Arrays.stream(body(context).split("&"))
                .filter(part -> part.startsWith("_csrf="))
                .map(part -> part.substring("_csrf=".length()))
                .findFirst();
        return field.map(UnsafeRequestFilter::decoded).orElse("");
    }

    private static String inFirstPart(ContainerRequestContext context) throws IOException {
        InputStream body = context.getEntityStream();
        byte[] beginning = body.readNBytes(BEGINNING);
        context.setEntityStream(new SequenceInputStream(new ByteArrayInputStream(beginning), body));
        Matcher first = FIRST_PART.matcher(new String(beginning, StandardCharsets.ISO_8859_1));
        return first.find() ? first.group(1) : "";
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException nonsense) {
            return "";
        }
    }

    private static NotAllowed notOurs() {
        return new NotAllowed(Message.of("identity.form.not-ours"));
    }
}

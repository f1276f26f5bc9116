package org.mangrove.core.packages.web;

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
import java.io.InputStream;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.mangrove.core.blobs.ByteRange;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.packages.MarketPackages;
import org.mangrove.core.tenancy.PackageHost;
import org.mangrove.core.tenancy.Tenants;

/**
 * All that a {@link PackageHost} does: it gives out the files of one package, and the frame in which it runs. It knows no session and
 * sets no cookie. What is given out may run, and may reach nothing but the host that it comes from.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class PackageHostFilter implements Filter {

    private static final String FOR_A_DAY = "private, max-age=86400, immutable";
    private static final Set<String> METHODS = Set.of("GET", "HEAD");

    /** Packages are written as they were long ago: with scripts in their pages, and code that is made while it runs. */
    private static final String NOTHING_ELSEWHERE = String.join(
            "; ",
            "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:",
            "connect-src 'self'",
            "form-action 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "frame-ancestors http: https:",
            "sandbox allow-scripts allow-same-origin allow-forms allow-modals");

    private static final String UNKNOWN = "application/octet-stream";
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html"),
            Map.entry("htm", "text/html"),
            Map.entry("xhtml", "application/xhtml+xml"),
            Map.entry("js", "text/javascript"),
            Map.entry("mjs", "text/javascript"),
            Map.entry("css", "text/css"),
            Map.entry("json", "application/json"),
            Map.entry("xml", "text/xml"),
            Map.entry("txt", "text/plain"),
            Map.entry("vtt", "text/vtt"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("webp", "image/webp"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("ogg", "audio/ogg"),
            Map.entry("m4a", "audio/mp4"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("webm", "video/webm"),
            Map.entry("woff", "font/woff"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("ttf", "font/ttf"),
            Map.entry("pdf", "application/pdf"));

    @Inject
    PackageHost host;

    @Inject
    Tenants tenants;

    @Inject
    MarketPackages packages;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var asked = (HttpServletRequest) request;
        String hostAsked = Optional.ofNullable(asked.getHeader("Host")).orElse("");
        if (host.isAsked(hostAsked)) {
            answer(hostAsked, asked, (HttpServletResponse) response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void answer(String hostAsked, HttpServletRequest asked, HttpServletResponse response) throws IOException {
        Optional<PackageHost.Permit> permit = METHODS.contains(asked.getMethod()) && !isServiceWorker(asked)
                ? host.open(hostAsked, asked.getRequestURI())
                : Optional.empty();
        Optional<MarketPackages.Archive> archive = permit.flatMap(known -> tenants.findBySlug(known.tenant())
                .flatMap(tenant ->
                        Digest.parse(known.digest()).flatMap(digest -> packages.findArchive(tenant, digest))));
        boolean withBody = asked.getMethod().equals("GET");
        boolean isSent = archive.isPresent()
                && (sendFrame(permit.orElseThrow().path(), withBody, response)
                        || sendFile(archive.get(), permit.orElseThrow().path(), asked, response));
        if (!isSent) {
            response.setHeader("Cache-Control", "no-store");
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** One that stays behind could answer for the package when it is long gone. */
    private static boolean isServiceWorker(HttpServletRequest asked) {
        return asked.getHeader("Service-Worker") != null;
    }

    private boolean sendFrame(String path, boolean withBody, HttpServletResponse response) throws IOException {
        Optional<RunFrame.File> file = RunFrame.find(path);
        if (file.isPresent()) {
            head(response, file.get().type());
            response.setContentLengthLong(file.get().bytes().length);
            if (withBody) {
                response.getOutputStream().write(file.get().bytes());
            }
        }
        return file.isPresent();
    }

    /** Films are played in parts, and some browsers play no others. */
    static boolean sendFile(
            MarketPackages.Archive archive, String path, HttpServletRequest asked, HttpServletResponse response)
            throws IOException {
        boolean withBody = asked.getMethod().equals("GET");
        try (var zip = new ZipFile(archive.blob().file().toFile())) {
            ZipEntry entry = name(path).map(zip::getEntry).orElse(null);
            if (entry == null || entry.isDirectory()) {
                return false;
            }
            head(response, type(entry.getName()));
            Optional<String> range =
                    Optional.ofNullable(asked.getHeader("Range")).filter(header -> withBody);
            ByteRange part = ByteRange.of(range, entry.getSize());
            response.setStatus(part.status());
            response.setHeader("Accept-Ranges", "bytes");
            part.contentRange().ifPresent(said -> response.setHeader("Content-Range", said));
            response.setContentLengthLong(part.length());
            if (withBody) {
                try (InputStream stream = zip.getInputStream(entry)) {
                    part.copy(stream, response.getOutputStream());
                }
            }
            return true;
        }
    }

    private static Optional<String> name(String path) {
        try {
            return Optional.ofNullable(URI.create("/" + path).getPath())
                    .map(decoded -> decoded.substring(1))
                    .filter(name -> !name.isEmpty());
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static String type(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(ending, UNKNOWN);
    }

    private static void head(HttpServletResponse response, String type) {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType(type);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", NOTHING_ELSEWHERE);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", FOR_A_DAY);
        if (type.equals(UNKNOWN)) {
            response.setHeader("Content-Disposition", "attachment");
        }
    }
}

package org.mangrove.core.pages.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mangrove.core.pages.Assets;
import org.mangrove.core.pages.Assets.Encoding;
import org.mangrove.core.pages.BrandStylesheet;

/**
 * Serves stylesheets, scripts, fonts and icons. They have their content's sign in their name, so that browsers keep them
 * for ever and ask for nothing on their next visit.
 */
@WebServlet(urlPatterns = "/assets/*")
public class AssetServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Pattern BRAND = Pattern.compile("brand/([0-9a-f]{6})\\.css");

    /** Colours come with the address, so that anybody can ask for any: more are computed again each time. */
    private static final int MOST_BRANDS_KEPT = 256;

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml; charset=utf-8",
            "woff2", "font/woff2",
            "webmanifest", "application/manifest+json; charset=utf-8");

    @Inject
    transient Assets assets;

    private final transient Map<String, byte[]> brands = new ConcurrentHashMap<>();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
        Matcher brand = BRAND.matcher(name);
        if (brand.matches()) {
            send(name, Encoding.IDENTITY, brand(brand.group(1)), request, response);
            return;
        }
        Set<String> accepted = AcceptedEncodings.of(request);
        for (Encoding encoding : Encoding.values()) {
            if (encoding == Encoding.IDENTITY || accepted.contains(encoding.token())) {
                Optional<byte[]> file = assets.find(name, encoding);
                if (file.isPresent()) {
                    send(name, encoding, file.get(), request, response);
                    return;
                }
            }
        }
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    }

    private byte[] brand(String colour) {
        byte[] known = brands.get(colour);
        if (known != null) {
            return known;
        }
        byte[] computed = BrandStylesheet.of(colour).getBytes(StandardCharsets.UTF_8);
        if (brands.size() < MOST_BRANDS_KEPT) {
            brands.put(colour, computed);
        }
        return computed;
    }

    private static void send(
            String name, Encoding encoding, byte[] body, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String tag = "\"" + Integer.toHexString(Arrays.hashCode(body)) + "-" + encoding.token() + "\"";
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.setHeader("Vary", "Accept-Encoding");
        response.setHeader("ETag", tag);
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        if (encoding != Encoding.IDENTITY) {
            response.setHeader("Content-Encoding", encoding.token());
        }
        response.setContentType(
                TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream"));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}

package org.mangrove.core.pages;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gg.jte.CodeResolver;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.PersonName;
import org.mangrove.core.identity.Role;
import org.mangrove.core.localization.Customs;
import org.mangrove.core.localization.Words;
import org.mangrove.core.pages.Assets.Encoding;
import org.mangrove.core.pages.web.SecurityHeaders;
import org.mangrove.core.tenancy.Address;
import org.mangrove.core.tenancy.MediaHost;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.Tenant;
import org.mangrove.sdk.TenantId;

/**
 * Shows every component as pages would, without a server or a database around it. Started by hand with a port, it serves
 * {@code /en/light}, {@code /ar/dark} and so on, so that one can look at them.
 */
public final class Gallery {

    private static final String TENANT = "acme";

    private final Assets assets = new Assets();
    private final Words words = new Words();
    private final TemplateEngine templates;

    public Gallery() {
        CodeResolver ours = new DirectoryCodeResolver(Path.of("target/jte"));
        CodeResolver gallery = new DirectoryCodeResolver(Path.of("src/test/jte"));
        templates = TemplateEngine.create(
                new CodeResolver() {
                    @Override
                    public String resolve(String name) {
                        return name.equals("gallery.jte") ? gallery.resolve(name) : ours.resolve(name);
                    }

                    @Override
                    public long getLastModified(String name) {
                        return name.equals("gallery.jte") ? gallery.getLastModified(name) : ours.getLastModified(name);
                    }
                },
                Path.of("target/gallery"),
                ContentType.Html,
                Gallery.class.getClassLoader());
        templates.setTrimControlStructures(true);
    }

    public String html(Locale locale, Look look, String brand) {
        var html = new StringOutput();
        templates.render(
                "gallery.jte", Map.of("page", frame(locale, look, brand), "model", GallerySamples.in(locale)), html);
        return html.toString();
    }

    /** The frame that the gallery's pages have: somebody has signed in, and there is news. */
    public Frame frame(Locale locale, Look look, String brand) {
        PersonName person = GallerySamples.in(locale).person();
        var tenant = new Tenant(
                new TenantId(1),
                TENANT,
                "eu",
                List.of(locale),
                ZoneId.of("UTC"),
                "gregorian",
                locale.getLanguage().equals("ar") ? "arab" : "latn",
                DayOfWeek.MONDAY,
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                List.of("DE"));
        var caller = new Caller(tenant, new UUID(0, 1), new UUID(0, 2), person, Set.of(Role.LEARNER), Optional.empty());
        var voice = new Voice(words, Optional.empty(), locale, Customs.of(tenant, locale));
        List<NavigationItem> navigation = List.of(
                item(1, "home", "learning.navigation.home", "/learning"),
                item(2, "layout-grid", "learning.navigation.catalogue", "/catalogue"),
                item(3, "certificate", "learning.navigation.transcript", "/transcript"),
                item(4, "users", "pages.frame.navigation", "/team"),
                item(5, "chart-bar", "pages.progress.label", "/progress"),
                item(6, "settings", "pages.frame.look", "/settings"));
        var languages = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.of("ar"), Locale.JAPANESE).stream()
                .map(each -> new LanguageChoice(each, Customs.of(each).language(each), each.equals(locale)))
                .toList();
        var visit = new Visit(
                new Address(Address.Kind.TENANT, TENANT, "http://acme.localhost", "", "/catalogue"),
                Map.of(),
                new Brand("ACME", brand),
                look,
                Optional.of(caller),
                Optional.empty(),
                navigation,
                languages,
                Optional.of(new Flash(Tone.SUCCESS, Message.of("pages.choice.right"))),
                Optional.of(new Freshness(Instant.parse("2026-09-21T08:00:00Z"), false, Optional.empty())),
                "token",
                "request");
        return new Frame(voice, visit, assets, new MediaHost());
    }

    private static NavigationItem item(int order, String icon, String label, String path) {
        return new NavigationItem(order, icon, Message.of(label), path);
    }

    /** Serves the gallery on loopback; port 0 takes any that is free. */
    public HttpServer serve(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::answer);
        server.start();
        return server;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI asked = exchange.getRequestURI();
            String path = asked.getPath();
            if (path.startsWith("/assets/")) {
                asset(exchange, path.substring("/assets/".length()));
                return;
            }
            String[] parts = path.split("/");
            if (parts.length < 3) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            String brand =
                    Optional.ofNullable(asked.getQuery()).map(hex -> "#" + hex).orElse(Brand.COLOUR);
            exchange.getResponseHeaders().set("Content-Security-Policy", SecurityHeaders.CONTENT_SECURITY_POLICY);
            send(
                    exchange,
                    "text/html; charset=utf-8",
                    shown(Locale.of(parts[1]), Look.of(parts[2]), brand).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The page, or what keeps it from being drawn. */
    private String shown(Locale locale, Look look, String brand) {
        try {
            return html(locale, look, brand);
        } catch (RuntimeException mistake) {
            return "<!doctype html><pre>" + Escaped.of(mistake.toString()) + "</pre>";
        }
    }

    private void asset(HttpExchange exchange, String name) throws IOException {
        if (name.startsWith("brand/")) {
            send(
                    exchange,
                    "text/css",
                    BrandStylesheet.of(name.substring("brand/".length(), "brand/".length() + 6))
                            .getBytes(StandardCharsets.UTF_8));
            return;
        }
        Optional<byte[]> file = assets.find(name, Encoding.IDENTITY);
        if (file.isEmpty()) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        String type = name.endsWith(".css")
                ? "text/css"
                : name.endsWith(".js") ? "text/javascript" : name.endsWith(".svg") ? "image/svg+xml" : "font/woff2";
        send(exchange, type, file.get());
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    public static void main(String[] arguments) throws IOException {
        new Gallery().serve(Integer.parseInt(arguments[0]));
    }
}

package org.mangrove.core.tenancy;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom a request is addressed to: a tenant, the global core of an enterprise, or the platform itself.
 *
 * <p>A tenant has a host name of its own, and any host that names nobody takes the prefix {@code /t/<tenant>/}. Where
 * both name one, they must agree. An address that contradicts itself, or that names nobody known, is {@link
 * Kind#NOWHERE}, and the answer there is the same whatever was asked.
 *
 * @param slug the tenant's or the enterprise's; empty for the platform and for nowhere
 * @param origin scheme, host and port as the browser asked for them, such as {@code http://acme-de.localhost:8080}
 * @param base what stands before every path of this tenant on this host: empty, or {@code /t/acme-de}
 * @param path what is asked for there, still encoded, starting with a slash
 */
public record Address(Kind kind, String slug, String origin, String base, String path) {

    /** What an address names. */
    public enum Kind {
        TENANT,
        CORE,
        PLATFORM,
        NOWHERE
    }

    /** What slugs of tenants and enterprises look like: they are labels of a host name, too. */
    public static final Pattern SLUG = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    private static final Pattern PREFIX = Pattern.compile("/([te])/([^/]*)(/.*)?", Pattern.DOTALL);
    private static final Pattern PLATFORM_ROUTE = Pattern.compile("/(?:health|assets|feed|operator/api)(?:/.*)?");
    private static final Pattern HOST = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9.-]+)(:\\d{1,5})?");
    private static final Pattern DOT_SEGMENT = Pattern.compile("(?i).*/(?:\\.|%2e){1,2}(?:[/;?].*)?");
    private static final Pattern HIDDEN_SEPARATOR = Pattern.compile("(?i).*(?:%2f|%5c|%3b|%25|%00|\\\\|;|//).*");
    private static final Pattern ENCODED_WITHOUT_NEED =
            Pattern.compile("(?i).*%(?:2[de]|3[0-9]|4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9a]).*");

    /**
     * @param scheme {@code http} or {@code https}
     * @param hostAsked the Host header, with its port if any
     * @param pathAsked the path as it was sent, still encoded
     * @param platformHost the host below which every tenant has its name, such as {@code localhost}
     */
    public static Address parse(
            String scheme,
            String hostAsked,
            String pathAsked,
            String platformHost,
            Predicate<String> isTenant,
            Predicate<String> isEnterprise) {
        Matcher host = HOST.matcher(hostAsked);
        if (!host.matches() || !isPlain(pathAsked)) {
            return nowhere(scheme + "://" + platformHost, pathAsked);
        }
        String hostName = host.group(1).toLowerCase(Locale.ROOT);
        String port = Optional.ofNullable(host.group(2)).orElse("");
        String origin = scheme + "://" + hostName + port;
        if (PLATFORM_ROUTE.matcher(pathAsked).matches()) {
            return new Address(Kind.PLATFORM, "", origin, "", pathAsked);
        }

        Address byHost = byHost(hostName, platformHost, origin, pathAsked, isTenant, isEnterprise);
        Matcher prefix = PREFIX.matcher(pathAsked);
        if (!prefix.matches() || byHost.kind == Kind.NOWHERE) {
            return byHost;
        }
        Kind kind = prefix.group(1).equals("t") ? Kind.TENANT : Kind.CORE;
        String slug = prefix.group(2);
        boolean isKnown = SLUG.matcher(slug).matches() && (kind == Kind.TENANT ? isTenant : isEnterprise).test(slug);
        boolean agrees = byHost.kind == Kind.PLATFORM || (byHost.kind == kind && byHost.slug.equals(slug));
        if (!isKnown || !agrees) {
            return nowhere(origin, pathAsked);
        }
        String base = "/" + prefix.group(1) + "/" + slug;
        return new Address(
                kind, slug, origin, base, Optional.ofNullable(prefix.group(3)).orElse("/"));
    }

    private static Address byHost(
            String hostName,
            String platformHost,
            String origin,
            String path,
            Predicate<String> isTenant,
            Predicate<String> isEnterprise) {
        String below = "." + platformHost.toLowerCase(Locale.ROOT);
        if (!hostName.endsWith(below)) {
            return new Address(Kind.PLATFORM, "", origin, "", path);
        }
        String slug = hostName.substring(0, hostName.length() - below.length());
        if (!SLUG.matcher(slug).matches()) {
            return nowhere(origin, path);
        }
        if (isTenant.test(slug)) {
            return new Address(Kind.TENANT, slug, origin, "", path);
        }
        return isEnterprise.test(slug) ? new Address(Kind.CORE, slug, origin, "", path) : nowhere(origin, path);
    }

    static Address nowhere(String origin, String path) {
        return new Address(Kind.NOWHERE, "", origin, "", path);
    }

    /** Whether every reader of this path splits it in the same places. */
    private static boolean isPlain(String path) {
        return path.startsWith("/")
                && !ENCODED_WITHOUT_NEED.matcher(path).matches()
                && !DOT_SEGMENT.matcher(path).matches()
                && !HIDDEN_SEPARATOR.matcher(path).matches();
    }

    /** The path to {@code local} for a link on a page at this address. */
    public String link(String local) {
        return base + local;
    }

    /** The complete address of {@code local}, for those who are not on a page of ours. */
    public String absolute(String local) {
        return origin + base + local;
    }

    /** Whether cookies may travel without encryption: on one's own machine only. */
    public boolean isLocalWithoutEncryption() {
        return Pattern.matches("http://(?:(?:[a-z0-9-]+\\.)*localhost|127\\.0\\.0\\.1|\\[::1])(?::\\d+)?", origin);
    }
}

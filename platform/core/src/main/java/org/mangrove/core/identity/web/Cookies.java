package org.mangrove.core.identity.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.mangrove.core.identity.SignOnCookies;
import org.mangrove.core.tenancy.Address;

/**
 * The cookies that we give.
 *
 * <p>All are for one host only, out of reach for scripts, and not sent along by other sites' forms. Where several tenants
 * share a host, each has names and a path of its own. They need encryption everywhere but on one's own machine.
 */
final class Cookies {

    private Cookies() {}

    /** Who has signed in. */
    static String session(Address address) {
        String name = "mangrove" + suffix(address);
        boolean hasAHostOfItsOwn = address.base().isEmpty();
        return hasAHostOfItsOwn && !address.isLocalWithoutEncryption() ? "__Host-" + name : name;
    }

    /** One for each sign-on under way, so that two windows do not disturb each other. */
    static String loginState(Address address, String state) {
        return "mangrove-sign-on" + suffix(address) + "-" + state.substring(0, Math.min(8, state.length()));
    }

    /** With what to sign out at the sign-on, too. */
    static String signOutHint(Address address) {
        return "mangrove-sign-out" + suffix(address);
    }

    /** What somebody chose who has not signed in. */
    static String language(Address address) {
        return SignOnCookies.languageName(address);
    }

    static Optional<String> find(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    /** A header's value. Without {@code lives} it lasts as long as the browser's window. */
    static String give(Address address, String name, String value, String path, Optional<Duration> lives) {
        return name + "=" + value + "; Path=" + address.base() + path
                + lives.map(time -> "; Max-Age=" + time.toSeconds()).orElse("")
                + "; HttpOnly; SameSite=Lax"
                + (address.isLocalWithoutEncryption() ? "" : "; Secure");
    }

    static String take(Address address, String name, String path) {
        return give(address, name, "", path, Optional.of(Duration.ZERO));
    }

    private static String suffix(Address address) {
        return address.base().isEmpty() ? "" : "-" + address.slug();
    }
}

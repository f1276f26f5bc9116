package org.mangrove.core.pages.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;

/** Reads what a browser has kept for us. */
final class Cookies {

    private Cookies() {}

    static Optional<String> find(HttpServletRequest http, String name) {
        return Optional.ofNullable(http.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }
}

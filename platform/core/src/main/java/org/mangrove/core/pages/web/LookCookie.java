package org.mangrove.core.pages.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.time.Duration;
import org.mangrove.core.pages.Look;
import org.mangrove.core.tenancy.Address;

/** Keeps in the browser how bright somebody wants the pages. It says nothing of who that is. */
final class LookCookie {

    private static final String NAME = "mangrove-look";

    private LookCookie() {}

    static Look read(HttpServletRequest http) {
        return Cookies.find(http, NAME).map(Look::of).orElse(Look.SYSTEM);
    }

    static NewCookie keep(Look look, Address address) {
        return new NewCookie.Builder(NAME)
                .value(look.word())
                .path("/")
                .maxAge((int) (look == Look.SYSTEM ? Duration.ZERO : Duration.ofDays(365)).toSeconds())
                .httpOnly(true)
                .secure(!address.isLocalWithoutEncryption())
                .sameSite(SameSite.LAX)
                .build();
    }
}

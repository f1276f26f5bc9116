package org.mangrove.core.pages;

import java.util.Optional;

/** What a page of ours may do, as browsers hold it to. */
public final class PagePolicy {

    private PagePolicy() {}

    /**
     * Nothing inline, nothing from elsewhere but what courses show, in no frame. Forms may lead to other hosts of ours and
     * to where people sign in: browsers hold the policy against redirects, too, so that {@code form-action} names schemes,
     * not hosts.
     *
     * @param media the origin of what courses show; the page's own if empty
     */
    public static String of(Optional<String> media) {
        return of(media, "");
    }

    /**
     * The same for the one page that shows what other hands have made in a frame.
     *
     * @param frames where that comes from: never from a host of our pages
     */
    public static String framing(Optional<String> media, String frames) {
        return of(media, " " + frames);
    }

    private static String of(Optional<String> media, String frames) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self' data:" + media.map(origin -> " " + origin).orElse(""),
                "font-src 'self'",
                "connect-src 'self'",
                "media-src 'self'" + media.map(origin -> " " + origin).orElse(""),
                "manifest-src 'self'",
                "form-action 'self' http://localhost:* http://127.0.0.1:* http://*.localhost:* https:",
                "frame-src 'self'" + frames,
                "frame-ancestors 'none'",
                "base-uri 'none'");
    }
}

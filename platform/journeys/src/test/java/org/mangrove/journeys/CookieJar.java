package org.mangrove.journeys;

import java.net.HttpCookie;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The cookies of a browser. They ignore the attribute Secure, as browsers do for localhost. */
final class CookieJar {

    private final Map<String, Cookie> cookies = new LinkedHashMap<>();

    private record Cookie(String name, String path, String value) {

        boolean isFor(URI address) {
            return address.getPath().startsWith(path);
        }
    }

    /** @param lines as the header {@code Set-Cookie} says them */
    void keep(URI address, List<String> lines) {
        lines.stream().flatMap(line -> HttpCookie.parse(line).stream()).forEach(set -> {
            String path = Optional.ofNullable(set.getPath()).orElse("/");
            String key = address.getPort() + set.getName() + path;
            if (set.getMaxAge() == 0) {
                cookies.remove(key);
            } else {
                cookies.put(key, new Cookie(set.getName(), path, set.getValue()));
            }
        });
    }

    /** As the header {@code Cookie} says them to an address; empty if there are none for it. */
    String shownTo(URI address) {
        return line(cookies.values().stream().filter(cookie -> cookie.isFor(address)), Stream::of);
    }

    /** All of them, whatever they are for, under each name that {@code rename} gives them. */
    String all(Function<String, Stream<String>> rename) {
        return line(cookies.values().stream(), rename);
    }

    CookieJar copy() {
        var copy = new CookieJar();
        copy.cookies.putAll(cookies);
        return copy;
    }

    private static String line(Stream<Cookie> shown, Function<String, Stream<String>> rename) {
        return shown.flatMap(cookie -> rename.apply(cookie.name()).distinct().map(name -> name + "=" + cookie.value()))
                .collect(Collectors.joining("; "));
    }
}

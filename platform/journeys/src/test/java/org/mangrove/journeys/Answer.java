package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mangrove.launcher.Json;

/** What came back. */
record Answer(URI address, int status, String type, Optional<String> location, List<String> cookies, byte[] body) {

    static Answer of(HttpResponse<byte[]> response) {
        return new Answer(
                response.request().uri(),
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.headers().firstValue("Location"),
                response.headers().allValues("Set-Cookie"),
                response.body());
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    boolean isRedirect() {
        return status == 302 || status == 303;
    }

    URI next() {
        return address.resolve(location.orElseThrow(() -> new AssertionError(address + " leads nowhere")));
    }

    /** What the pattern's first group finds in the text. */
    String find(Pattern pattern) {
        Matcher matcher = pattern.matcher(text());
        assertThat(matcher.find())
                .as("%s answered %d, in which there is no %s: %s", address, status, pattern, text())
                .isTrue();
        return matcher.group(1).replace("&amp;", "&");
    }

    /** What was asked for has been done. */
    Answer must() {
        assertThat(status).as("%s answered: %s", address, text()).isBetween(200, 299);
        return this;
    }

    Map<?, ?> json() {
        return Json.readMap(text());
    }

    /** The objects of a JSON list. */
    List<Map<?, ?>> list() {
        return objects(Json.readList(text()));
    }

    /** The objects of a list in a JSON object. */
    List<Map<?, ?>> list(String field) {
        return json().get(field) instanceof List<?> list ? objects(list) : List.of();
    }

    String text(String field) {
        return String.valueOf(json().get(field));
    }

    private static List<Map<?, ?>> objects(List<?> list) {
        return list.stream().<Map<?, ?>>map(each -> (Map<?, ?>) each).toList();
    }

    /** Without what only a machine reads. */
    @Override
    public String toString() {
        return "%s: %d %s".formatted(address, status, text());
    }
}

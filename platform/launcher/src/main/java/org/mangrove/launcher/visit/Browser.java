package org.mangrove.launcher.visit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.mangrove.launcher.Trouble;

/**
 * A person's browser, as far as a measurement or a demonstration needs one. Its cookies ignore the attribute Secure, as browsers do for
 * localhost. For one thread at a time until the person has signed on; for any number after it.
 */
public final class Browser {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MOST_STEPS = 20;

    /** As browsers do, where a page cannot be had with Brotli. */
    private static final String ENCODINGS = "gzip, br";

    private static final Pattern FORM = Pattern.compile("<form[^>]*\\saction=\"([^\"]+)\"");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private record Cookie(String name, String path, String value) {}

    /** What came back. */
    public record Answer(URI address, HttpResponse<byte[]> response) {

        public int status() {
            return response.statusCode();
        }

        public String text() {
            boolean packed = response.headers()
                    .firstValue("Content-Encoding")
                    .filter("gzip"::equals)
                    .isPresent();
            try (var plain = packed
                    ? new GZIPInputStream(new ByteArrayInputStream(response.body()))
                    : new ByteArrayInputStream(response.body())) {
                return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException torn) {
                throw new Trouble("%s answered with what is no gzip.".formatted(address), torn);
            }
        }

        public boolean isRedirect() {
            return status() == 302 || status() == 303;
        }

        public URI next() {
            return address.resolve(response.headers().firstValue("Location").orElseThrow());
        }

        public Optional<String> find(Pattern pattern) {
            Matcher matcher = pattern.matcher(text());
            return matcher.find() ? Optional.of(matcher.group(1).replace("&amp;", "&")) : Optional.empty();
        }
    }

    private final HttpClient http;
    private final URI site;
    private final Guest guest;
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();
    private volatile String csrf = "";

    public Browser(HttpClient http, URI site, Guest guest) {
        this.http = http;
        this.site = site;
        this.guest = guest;
    }

    public Guest guest() {
        return guest;
    }

    /** Goes through sign-on as the pages of Keycloak ask. */
    public Browser signOn(String password) {
        Answer answer = keep(get(site.resolve(guest.at("/sign-on?back=/catalogue"))));
        for (int step = 0; step < MOST_STEPS; step++) {
            if (answer.isRedirect()) {
                answer = keep(get(URI.create(answer.next().toString().replaceFirst("#.*", ""))));
            } else if (answer.address().getAuthority().equals(site.getAuthority())) {
                csrf = answer.find(CSRF)
                        .orElseThrow(() -> new Trouble(guest.user() + " could not sign on: the page has no form."));
                return this;
            } else {
                var fields = new LinkedHashMap<String, List<String>>();
                fields.put("username", List.of(guest.user()));
                if (answer.text().contains("name=\"password\"")) {
                    fields.put("password", List.of(password));
                }
                answer = keep(post(
                        URI.create(answer.find(FORM)
                                .orElseThrow(() -> new Trouble(guest.user() + " finds no form to sign on with."))),
                        fields,
                        Map.of()));
            }
        }
        throw new Trouble("The sign-on of %s does not end, at %s.".formatted(guest.user(), answer.address()));
    }

    /** @param path within the person's tenant */
    public Answer go(String path) {
        return get(site.resolve(guest.at(path)));
    }

    /** A path that needs no tenant, such as that of a stylesheet. */
    public Answer fetch(String path) {
        return get(site.resolve(path));
    }

    /** The same as text. */
    public String read(String path) {
        return send(HttpRequest.newBuilder(site.resolve(path)).header("Accept-Encoding", "gzip"))
                .text();
    }

    /** Sends a form with the token that every form has. */
    public Answer submit(String path, Map<String, List<String>> fields, Map<String, String> headers) {
        var form = new LinkedHashMap<>(fields);
        form.put("_csrf", List.of(csrf));
        return post(site.resolve(guest.at(path)), form, headers);
    }

    private Answer get(URI address) {
        return send(HttpRequest.newBuilder(address).header("Accept-Encoding", ENCODINGS));
    }

    private Answer post(URI address, Map<String, List<String>> fields, Map<String, String> headers) {
        String form = fields.entrySet().stream()
                .flatMap(
                        field -> field.getValue().stream().map(value -> encoded(field.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept-Encoding", ENCODINGS)
                .POST(HttpRequest.BodyPublishers.ofString(form));
        headers.forEach(request::header);
        return send(request);
    }

    private Answer send(HttpRequest.Builder wanted) {
        URI address = wanted.build().uri();
        String sent = cookies.values().stream()
                .filter(cookie -> address.getPath().startsWith(cookie.path()))
                .map(cookie -> cookie.name() + "=" + cookie.value())
                .collect(Collectors.joining("; "));
        if (!sent.isEmpty()) {
            wanted.header("Cookie", sent);
        }
        wanted.timeout(PATIENCE).header("Accept", "text/html,*/*;q=0.5").header("Accept-Language", guest.language());
        try {
            return new Answer(address, http.send(wanted.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException failed) {
            throw new Trouble("%s could not be asked (%s): is it running?".formatted(address, failed), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Trouble("Stopped while waiting for an answer.", stopped);
        }
    }

    private Answer keep(Answer answer) {
        for (String line : answer.response().headers().allValues("Set-Cookie")) {
            for (HttpCookie set : HttpCookie.parse(line)) {
                String path = Optional.ofNullable(set.getPath()).orElse("/");
                String key = answer.address().getPort() + set.getName() + path;
                if (set.getMaxAge() == 0) {
                    cookies.remove(key);
                } else {
                    cookies.put(key, new Cookie(set.getName(), path, set.getValue()));
                }
            }
        }
        return answer;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody with a browser without scripts.
 *
 * <p>Its cookies ignore the attribute Secure, as browsers do for localhost.
 */
final class Visitor implements AutoCloseable {

    private static final Pattern FORM = Pattern.compile("<form[^>]*\\saction=\"([^\"]+)\"");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private record Cookie(String name, String path, String value) {

        boolean isFor(URI address) {
            return address.getPath().startsWith(path);
        }
    }

    /** What came back. */
    record Answer(URI address, int status, String type, Optional<String> location, List<String> cookies, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        boolean isRedirect() {
            return status == 302 || status == 303;
        }

        URI next() {
            return address.resolve(location.orElseThrow());
        }

        /** What the pattern's first group finds in the text. */
        String find(Pattern pattern) {
            Matcher matcher = pattern.matcher(text());
            assertThat(matcher.find())
                    .as("%s answered %d, in which there is no %s: %s", address, status, pattern, text())
                    .isTrue();
            return matcher.group(1).replace("&amp;", "&");
        }
    }

    /** Nothing came back: what was asked for may have been done, or not. */
    static final class NoAnswer extends AssertionError {

        private static final long serialVersionUID = 1L;

        private NoAnswer(URI address, Throwable cause) {
            super(address + " gave no answer", cause);
        }
    }

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();
    private final List<URI> asked = new ArrayList<>();
    private final URI site;
    private final String language;
    private String csrf = "";

    Visitor(WholeStack.Site site, String language) {
        this.site = site.url();
        this.language = language;
    }

    /** Goes through sign-on as the pages of Keycloak ask, and ends at the tenant's catalogue. */
    void signOn(String tenant, String user, String password) {
        Answer answer = arrive("/t/" + tenant + "/sign-on?back=/catalogue", user, password);
        assertThat(answer.status()).as("%s %s", answer.address(), answer.text()).isEqualTo(200);
    }

    /** As {@link #signOn} at any place that has a sign-on, going on to a page there. */
    void signOnAt(String place, String page, String user, String password) {
        Answer answer = arrive(place + "/sign-on?back=" + page, user, password);
        assertThat(answer.status()).as("%s %s", answer.address(), answer.text()).isEqualTo(200);
    }

    /** Signs on as a client of Keycloak's would ask, and says with what it comes back to that client. */
    URI authorize(URI question, String user, String password) {
        String keycloak = question.getAuthority();
        return onTheWay(
                        get(question),
                        user,
                        password,
                        address -> !address.getAuthority().equals(keycloak))
                .next();
    }

    /** Signs on where a page asks for it, and says where that has led. */
    Answer arrive(String path, String user, String password) {
        return onTheWay(path, user, password, address -> false);
    }

    /** Signs on, and stops with what Keycloak sends back to us in hand. */
    URI comeBackWith(String path, String user, String password) {
        return onTheWay(path, user, password, address -> address.getPath().endsWith("/sign-on/callback"))
                .next();
    }

    private Answer onTheWay(String path, String user, String password, Predicate<URI> isFarEnough) {
        return onTheWay(go(path), user, password, isFarEnough);
    }

    private Answer onTheWay(Answer first, String user, String password, Predicate<URI> isFarEnough) {
        Answer answer = first;
        for (int steps = 0; steps < 20; steps++) {
            if (answer.isRedirect() && isFarEnough.test(answer.next())) {
                return answer;
            }
            if (answer.isRedirect()) {
                answer = get(answer.next());
            } else if (answer.address().getAuthority().equals(site.getAuthority())) {
                return answer;
            } else if (answer.text().contains("name=\"SAMLRe")) {
                answer = post(URI.create(answer.find(FORM)), hidden(answer.text()));
            } else {
                asked.add(answer.address());
                var fields = new LinkedHashMap<String, List<String>>();
                fields.put("username", List.of(user));
                if (answer.text().contains("name=\"password\"")) {
                    fields.put("password", List.of(password));
                }
                answer = post(URI.create(answer.find(FORM)), fields);
            }
        }
        throw new AssertionError("Sign-on does not end: " + answer.address());
    }

    /** What a page would send by itself if scripts ran. */
    private static Map<String, List<String>> hidden(String page) {
        var fields = new LinkedHashMap<String, List<String>>();
        Matcher field = HIDDEN.matcher(page);
        while (field.find()) {
            fields.put(
                    field.group(1), List.of(field.group(2).replace("&#xd;", "").replace("&#xa;", "")));
        }
        return fields;
    }

    /** The pages on which this visitor was asked who they are. */
    List<URI> askedBy() {
        return List.copyOf(asked);
    }

    /** Somebody else who has got hold of everything that this visitor's browser keeps. */
    Visitor twin() {
        var twin = new Visitor(new WholeStack.Site(site), language);
        twin.cookies.putAll(cookies);
        twin.csrf = csrf;
        return twin;
    }

    /** A program that shows a token and has no cookies. */
    Answer withToken(String path, String token) {
        return answer(HttpRequest.newBuilder(site.resolve(path)).header("Authorization", "Bearer " + token));
    }

    Answer follow(Answer answer) {
        Answer last = answer;
        while (last.isRedirect()) {
            last = get(last.next());
        }
        return last;
    }

    Answer visit(URI address) {
        return get(address);
    }

    /** Sends a form as it is, without the token that our pages have in theirs. */
    Answer submitForged(String path, Map<String, List<String>> fields) {
        return post(site.resolve(path), fields);
    }

    Answer go(String path) {
        return get(site.resolve(path));
    }

    /** Sends a form as the last page would have it, and goes where that leads. */
    Answer submit(String path, Map<String, List<String>> fields) {
        Answer answer = send(path, fields);
        return answer.isRedirect() ? get(answer.next()) : answer;
    }

    /** Sends a form as the last page would have it, and stays. */
    Answer send(String path, Map<String, List<String>> fields) {
        return post(site.resolve(path), withToken(fields));
    }

    /** Sends a form twice at the same moment, as an impatient finger does. */
    List<Answer> sendTwice(String path, Map<String, List<String>> fields) {
        var address = site.resolve(path);
        var first = http.sendAsync(
                withCookies(form(address, withToken(fields))).build(), HttpResponse.BodyHandlers.ofByteArray());
        var second = http.sendAsync(
                withCookies(form(address, withToken(fields))).build(), HttpResponse.BodyHandlers.ofByteArray());
        try {
            return List.of(answer(address, first.join()), answer(address, second.join()));
        } catch (CompletionException lost) {
            throw new NoAnswer(address, lost);
        }
    }

    private Map<String, List<String>> withToken(Map<String, List<String>> fields) {
        var form = new LinkedHashMap<>(fields);
        form.put("_csrf", List.of(csrf));
        return form;
    }

    /** Asks for exactly this, with its own cookies if there are any and {@code rename} gives them a name there; keeps nothing. */
    Answer ask(
            String method,
            String path,
            Map<String, String> headers,
            byte[] body,
            Function<String, Stream<String>> rename) {
        String shown = cookies.values().stream()
                .flatMap(cookie -> rename.apply(cookie.name()).distinct().map(name -> name + "=" + cookie.value()))
                .collect(Collectors.joining("; "));
        var wanted =
                HttpRequest.newBuilder(site.resolve(path)).method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(wanted::header);
        return answer(shown.isEmpty() ? wanted : wanted.header("Cookie", shown));
    }

    /** All its cookies, as a header says them. */
    String cookieLine() {
        return cookies.values().stream()
                .map(cookie -> cookie.name() + "=" + cookie.value())
                .collect(Collectors.joining("; "));
    }

    /** The token of the last page that had a form. */
    String csrf() {
        return csrf;
    }

    /** Sends a file in a form with files, and the token of the form before it. */
    Answer upload(String path, String token) {
        String form = "--part\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token
                + "\r\n--part\r\nContent-Disposition: form-data; name=\"package\"; filename=\"a.zip\"\r\n"
                + "Content-Type: application/zip\r\n\r\nno zip\r\n--part--\r\n";
        return send(HttpRequest.newBuilder(site.resolve(path))
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** What a program sends, without cookies. */
    Answer send(String address, String form) {
        return answer(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Sends nothing to the operators' interface, with their token. */
    Answer operate(String path, String token) {
        return answer(HttpRequest.newBuilder(site.resolve(path))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    private Answer get(URI address) {
        return send(HttpRequest.newBuilder(withoutFragment(address)));
    }

    private Answer post(URI address, Map<String, List<String>> fields) {
        return send(form(address, fields));
    }

    private static HttpRequest.Builder form(URI address, Map<String, List<String>> fields) {
        String form = fields.entrySet().stream()
                .flatMap(
                        field -> field.getValue().stream().map(value -> encoded(field.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
    }

    private Answer send(HttpRequest.Builder wanted) {
        URI address = wanted.build().uri();
        Answer answer = answer(withCookies(wanted));
        answer.cookies().forEach(line -> keep(address, line));
        Matcher token = CSRF.matcher(answer.text());
        if (token.find()) {
            csrf = token.group(1);
        }
        return answer;
    }

    private HttpRequest.Builder withCookies(HttpRequest.Builder wanted) {
        URI address = wanted.build().uri();
        String ours = cookies.values().stream()
                .filter(cookie -> cookie.isFor(address))
                .map(cookie -> cookie.name() + "=" + cookie.value())
                .collect(Collectors.joining("; "));
        return ours.isEmpty() ? wanted : wanted.header("Cookie", ours);
    }

    private Answer answer(HttpRequest.Builder wanted) {
        URI address = wanted.build().uri();
        wanted.header("Accept", "text/html,*/*;q=0.5").header("Accept-Language", language);
        try {
            return answer(address, http.send(wanted.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException failed) {
            throw new NoAnswer(address, failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private static Answer answer(URI address, HttpResponse<byte[]> response) {
        return new Answer(
                address,
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.headers().firstValue("Location"),
                response.headers().allValues("Set-Cookie"),
                response.body());
    }

    private void keep(URI address, String line) {
        for (HttpCookie set : HttpCookie.parse(line)) {
            String path = Optional.ofNullable(set.getPath()).orElse("/");
            String key = address.getPort() + set.getName() + path;
            if (set.getMaxAge() == 0) {
                cookies.remove(key);
            } else {
                cookies.put(key, new Cookie(set.getName(), path, set.getValue()));
            }
        }
    }

    private static URI withoutFragment(URI address) {
        return URI.create(address.toString().replaceFirst("#.*", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}

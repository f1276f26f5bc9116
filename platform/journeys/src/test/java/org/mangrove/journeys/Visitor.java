package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Somebody with a browser without scripts. */
final class Visitor implements AutoCloseable {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Http http = new Http();
    private final CookieJar cookies;
    private final SignOnPages pages;
    private final URI site;
    private final String language;
    private String csrf = "";

    Visitor(WholeStack.Site site, String language) {
        this(site.url(), language, new CookieJar());
    }

    private Visitor(URI site, String language, CookieJar cookies) {
        this.site = site;
        this.language = language;
        this.cookies = cookies;
        this.pages = new SignOnPages(this, site);
    }

    /** Somebody else who has got hold of everything that this visitor's browser keeps. */
    Visitor twin() {
        var twin = new Visitor(site, language, cookies.copy());
        twin.csrf = csrf;
        return twin;
    }

    /** Goes through sign-on, and ends at the catalogue of their tenant. */
    void signOn(Learner who) {
        signOn(who.tenant(), who.user(), Learner.PASSWORD);
    }

    /** Goes through sign-on as the pages of Keycloak ask, and ends at the tenant's catalogue. */
    void signOn(String tenant, String user, String password) {
        signOnAt("/t/" + tenant, "/catalogue", user, password);
    }

    /** As {@link #signOn} at any place that has a sign-on, going on to a page there. */
    void signOnAt(String place, String page, String user, String password) {
        Answer answer = arrive(place + "/sign-on?back=" + page, user, password);
        assertThat(answer.status()).as("%s %s", answer.address(), answer.text()).isEqualTo(200);
    }

    /** Signs on as a client of Keycloak's would ask, and says with what it comes back to that client. */
    URI authorize(URI question, String user, String password) {
        return through(
                        visit(question),
                        user,
                        password,
                        address -> !address.getAuthority().equals(question.getAuthority()))
                .next();
    }

    /** Signs on where a page asks for it, and says where that has led. */
    Answer arrive(String path, String user, String password) {
        return through(go(path), user, password, address -> false);
    }

    /** Signs on, and stops with what Keycloak sends back to us in hand. */
    URI comeBackWith(String path, String user, String password) {
        return through(go(path), user, password, address -> address.getPath().endsWith("/sign-on/callback"))
                .next();
    }

    private Answer through(Answer first, String user, String password, Predicate<URI> isFarEnough) {
        return pages.through(first, user, password, isFarEnough);
    }

    /** The pages on which this visitor was asked who they are. */
    List<URI> askedBy() {
        return pages.asked();
    }

    Answer go(String path) {
        return visit(site.resolve(path));
    }

    Answer visit(URI address) {
        return send(HttpRequest.newBuilder(withoutFragment(address)));
    }

    Answer follow(Answer answer) {
        Answer last = answer;
        while (last.isRedirect()) {
            last = visit(last.next());
        }
        return last;
    }

    /** Sends a form as the last page would have it, and goes where that leads. */
    Answer submit(String path, Map<String, List<String>> fields) {
        Answer answer = send(path, fields);
        return answer.isRedirect() ? visit(answer.next()) : answer;
    }

    /** Sends a form as the last page would have it, and stays. */
    Answer send(String path, Map<String, List<String>> fields) {
        return post(site.resolve(path), withToken(fields));
    }

    /** Sends a form twice at the same moment, as an impatient finger does. */
    List<Answer> sendTwice(String path, Map<String, List<String>> fields) {
        return http.sendTwice(asking(form(site.resolve(path), withToken(fields))));
    }

    /** Sends a form as it is, without the token that our pages have in theirs. */
    Answer submitForged(String path, Map<String, List<String>> fields) {
        return post(site.resolve(path), fields);
    }

    /** Sends a form as it is to somebody else's page. */
    Answer post(URI address, Map<String, List<String>> fields) {
        return send(form(address, fields));
    }

    /** Sends a document in a form with files as browsers do, and goes where that leads. */
    Answer bring(String path, String fileName, byte[] document) {
        return uploaded(path, "document", fileName, document, Map.of("language", ""));
    }

    Answer uploadPackage(String path, byte[] zip) {
        return uploadPackage(path, zip, Map.of());
    }

    /** Sends a file with the other fields of its form, and goes where that leads. */
    Answer upload(String path, String fileName, byte[] document, Map<String, String> fields) {
        return uploaded(path, "file", fileName, document, fields);
    }

    Answer uploadPackage(String path, byte[] zip, Map<String, String> besides) {
        return uploaded(path, "package", "course.zip", zip, besides);
    }

    private Answer uploaded(String path, String field, String fileName, byte[] document, Map<String, String> fields) {
        var form = new ByteArrayOutputStream();
        form.writeBytes(("--part\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + csrf
                        + "\r\n--part\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(document);
        fields.forEach((name, value) ->
                form.writeBytes(("\r\n--part\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value)
                        .getBytes(StandardCharsets.UTF_8)));
        form.writeBytes("\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
        Answer answer = send(HttpRequest.newBuilder(site.resolve(path))
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(HttpRequest.BodyPublishers.ofByteArray(form.toByteArray())));
        return answer.isRedirect() ? visit(answer.next()) : answer;
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

    /** Asks for exactly this, with its own cookies if there are any and {@code rename} gives them a name there; keeps nothing. */
    Answer ask(
            String method,
            String path,
            Map<String, String> headers,
            byte[] body,
            Function<String, Stream<String>> rename) {
        var asked =
                HttpRequest.newBuilder(site.resolve(path)).method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(asked::header);
        return http.send(read(asked, cookies.all(rename)));
    }

    /** All its cookies, as a header says them. */
    String cookieLine() {
        return cookies.all(Stream::of);
    }

    /** The token of the last page that had a form. */
    String csrf() {
        return csrf;
    }

    private Answer send(HttpRequest.Builder asked) {
        Answer answer = http.send(asking(asked));
        cookies.keep(answer.address(), answer.cookies());
        Matcher token = CSRF.matcher(answer.text());
        if (token.find()) {
            csrf = token.group(1);
        }
        return answer;
    }

    private HttpRequest asking(HttpRequest.Builder asked) {
        return read(asked, cookies.shownTo(asked.build().uri()));
    }

    /** Asked as by somebody who reads pages in their language. */
    private HttpRequest read(HttpRequest.Builder asked, String shown) {
        asked.header("Accept", "text/html,*/*;q=0.5").header("Accept-Language", language);
        return (shown.isEmpty() ? asked : asked.header("Cookie", shown)).build();
    }

    private Map<String, List<String>> withToken(Map<String, List<String>> fields) {
        var form = new LinkedHashMap<>(fields);
        form.put("_csrf", List.of(csrf));
        return form;
    }

    private static HttpRequest.Builder form(URI address, Map<String, List<String>> fields) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", Form.TYPE)
                .POST(HttpRequest.BodyPublishers.ofString(Form.of(fields)));
    }

    private static URI withoutFragment(URI address) {
        return URI.create(address.toString().replaceFirst("#.*", ""));
    }

    @Override
    public void close() {
        http.close();
    }
}

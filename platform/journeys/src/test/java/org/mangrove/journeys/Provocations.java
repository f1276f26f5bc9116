package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** All that somebody can send besides what the pages ask for, with their own marks in it. */
final class Provocations {

    private final URI site;
    private final Marked who;
    private final String tenant;

    Provocations(WholeStack.Site site, Marked who, String tenant) {
        this.site = site.url();
        this.who = who;
        this.tenant = "/t/" + tenant;
    }

    /** @return how many were answered */
    int send() {
        String query = who.word("query");
        String header = who.word("header");
        String basic = Base64.getEncoder()
                .encodeToString((who.word("token") + ":" + who.word("password")).getBytes(StandardCharsets.UTF_8));
        String claims = Base64.getUrlEncoder()
                .encodeToString("{\"sub\":\"%s\",\"iss\":\"%s\"}"
                        .formatted(who.word("token"), who.word("token"))
                        .getBytes(StandardCharsets.UTF_8));
        List<String> requests = List.of(
                get("/catalogue?q=" + query + "&x=%ZZ" + query, ""),
                get("/sign-on?back=/" + query + "&x=%ZZ" + query, ""),
                get("/sign-on/callback?state=" + query + "&code=" + query + "&x=%C3%28" + query, ""),
                get("/sign-on/callback?error=" + query, ""),
                get("/verify?code=" + query, ""),
                get("/invitation?token=" + query, ""),
                get("/courses/" + who.word("path"), ""),
                get("/" + who.word("path") + "%00", ""),
                get("/certificates/" + who.word("path") + "/pdf", ""),
                get("/media/" + who.word("path"), ""),
                "GET /assets/" + who.word("path") + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                get("/../" + who.word("path") + ";" + who.word("path"), ""),
                get("/catalogue", "Cookie: a=\"" + who.word("cookie") + "; =" + who.word("cookie") + ";;\r\n"),
                get("/catalogue", "Accept-Language: " + header + ";q=" + header + "\r\n"),
                get("/catalogue", "Accept: " + header + "/;" + header + "\r\n"),
                get("/catalogue", "User-Agent: " + header + "\r\nReferer: http://" + header + "/?" + header + "\r\n"),
                get("/catalogue", "X-Request-Id: " + header + "\r\nX-Forwarded-For: " + header + "\r\n"),
                get("/catalogue", "traceparent: 00-" + header + "-01\r\nbaggage: user=" + header + "\r\n"),
                get("/catalogue", "If-Modified-Since: " + header + "\r\nRange: " + header + "\r\n"),
                get("/catalogue", "Authorization: Bearer e30." + claims + ".e30\r\n"),
                get("/catalogue", "Authorization: Digest " + who.word("token") + "\r\n"),
                get("/xapi/statements?agent={" + query, "Authorization: Basic " + basic + "\r\n"),
                post("/language", "application/x-www-form-urlencoded", "language=%ZZ" + who.word("form")),
                post("/language", "application/x-www-form-urlencoded", "language=" + who.word("language")),
                post("/language?q=" + query, "application/x-www-form-urlencoded", ""),
                post("/look", "application/x-www-form-urlencoded", "look=" + who.word("form")),
                post("/invitation", "application/x-www-form-urlencoded", "token=" + who.word("form")),
                post(
                        "/sign-on/back-channel-logout",
                        "application/x-www-form-urlencoded",
                        "logout_token=e30." + claims + "." + who.word("token")),
                post("/language", "application/json", "{" + who.word("body")),
                post("/language", who.word("header") + "///;;", who.word("body")),
                post("/language", "multipart/form-data; boundary=" + who.word("body"), who.word("body")),
                "POST /operator/api/tenants/apply HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Authorization: Bearer " + who.word("token") + "\r\nContent-Length: 0\r\n\r\n",
                "GET /" + who.word("path") + " HTTP/1.1\r\nHost: " + who.word("raw")
                        + ".localhost\r\nConnection: close\r\n\r\n",
                who.word("raw") + " " + tenant + "/language HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                who.word("raw") + " " + who.word("raw") + "\r\n\r\n",
                "GET " + tenant + "/" + who.word("raw") + " HTTP/9.9\r\nHost: localhost\r\n\r\n",
                "GET " + tenant + "/" + who.word("raw") + "\u0001\u007f HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET " + tenant + "/?" + who.word("raw").repeat(2_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "POST " + tenant + "/language HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + who.word("raw")
                        + "\r\n\r\n",
                "POST " + tenant + "/language HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\n\r\n" + who.word("raw") + "\r\n\r\n");
        requests.forEach(this::answered);
        return requests.size();
    }

    private String get(String path, String headers) {
        return "GET " + tenant + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n";
    }

    private String post(String path, String type, String body) {
        return "POST " + tenant + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + type
                + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private void answered(String request) {
        try (var socket = new Socket(site.getHost(), site.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            byte[] first = socket.getInputStream().readNBytes(12);
            assertThat(new String(first, StandardCharsets.US_ASCII))
                    .as("%s", request)
                    .matches("HTTP/1\\.[01] [345].. ?|HTTP/1\\.[01] 200");
        } catch (IOException failed) {
            throw new AssertionError(request, failed);
        }
    }
}

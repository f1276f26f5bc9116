package org.mangrove.journeys;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Requests as no browser sends them: what a curious, careless or ill-meaning caller may think of. The seed decides them. */
final class HostileRequests {

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");
    private static final String MARK = "<script>alert(1)</script>";
    private static final int MOST_IN_A_LINE = 6_000;

    /** Already written as they go over the wire, where each is part of a path, a query or a form. */
    private static final List<String> VALUES = List.of(
            "",
            "%20",
            "%00",
            "a%00b",
            "%ED%A0%80",
            "%FF%FE",
            "%C0%AF",
            "%zz",
            "%",
            "..",
            "..%2f..%2f..%2fetc%2fpasswd",
            "..;",
            "%2e%2e%5c",
            "WEB-INF",
            "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
            "%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E",
            "javascript:alert(1)",
            "%24%7B7*7%7D",
            "%7B0%2Cplural%2Cother%7B",
            "%27%20or%20%27%27%3D%27",
            "%27%3B%20drop%20table%20tenancy_tenant",
            "-1",
            "0",
            "99999999999999999999",
            "1e309",
            "NaN",
            "null",
            "undefined",
            "true",
            "00000000-0000-0000-0000-000000000000",
            "00000000-0000-0000-0000-00000000000g",
            "2026-02-30",
            "9999999-12-31T25:61:61Z",
            "en-XA",
            "x-%00",
            "zz-ZZZZZZZZZ-u-ca-nothing",
            "%E2%80%AE%D8%B9%D8%B1%D8%A8%D9%8A",
            "%F0%9F%8C%B1",
            "%0D%0ASet-Cookie:%20planted=1",
            "https:%2F%2Felsewhere.example%2F",
            "%2F%2Felsewhere.example",
            "%5C%5Celsewhere.example");

    private static final List<String> TYPES = List.of(
            "application/x-www-form-urlencoded",
            "application/x-www-form-urlencoded; charset=utf-7",
            "application/x-www-form-urlencoded; charset=nowhere",
            "multipart/form-data; boundary=b",
            "multipart/form-data",
            "application/json",
            "application/json; charset=utf-16",
            "application/xml",
            "application/zip",
            "application/octet-stream",
            "text/plain",
            "nonsense",
            "*/*",
            "");

    private static final List<String> HEADERS = List.of(
            "Accept: */*;q=nonsense",
            "Accept: application/does-not-exist",
            "Accept: text/html;q=2.5",
            "Accept-Language: zz-ZZZZZZZZZZ, *;q=7",
            "Accept-Language: ar-u-nu-nothing-ca-none, ,;;",
            "Accept-Encoding: nonsense;q=-1",
            "Authorization: Basic %%%",
            "Authorization: Basic",
            "Authorization: Basic YTpi",
            "Authorization: Bearer",
            "Authorization: Bearer a.b.c",
            "Authorization: Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.",
            "Authorization: Digest username=\"a\"",
            "If-None-Match: \"",
            "If-Modified-Since: yesterday",
            "If-Match: W/",
            "Range: bytes=5-1",
            "Range: bytes=99999999999999999999-",
            "Range: bytes=0-0,0-0,0-0,0-0,0-0,0-0",
            "HX-Request: perhaps",
            "X-Forwarded-Host: elsewhere.example",
            "X-Forwarded-Proto: gopher",
            "X-Experience-API-Version: 9.9.9",
            "X-Experience-API-Version: 2.0.0",
            "Cookie: a=b; =; ;;; c",
            "Cookie: mangrove=\"",
            "Content-Encoding: gzip",
            "Expect: nothing",
            "Transfer-Encoding: nonsense");

    private final Random random;

    HostileRequests(long seed) {
        this.random = new Random(seed);
    }

    /**
     * The request to {@code route} at {@code base} as it goes over the wire.
     *
     * @param headers of somebody who has signed on, or none
     * @param csrf the token that they would send with a form
     */
    byte[] next(RunningRoutes.Route route, String base, String host, List<String> headers, String csrf) {
        String path = PARAMETER.matcher(route.template()).replaceAll(any -> value());
        String query = random.nextInt(3) == 0 ? "?" + pairs(1 + random.nextInt(4)) : "";
        byte[] body = route.method().equals("GET") ? new byte[0] : body(csrf);
        String type = route.method().equals("GET") ? "" : mostly(TYPES);
        String own = headers.stream().map(line -> line + "\r\n").collect(Collectors.joining());
        String odd = random.nextInt(3) == 0 ? pick(HEADERS) + "\r\n" : "";
        String head = "%s %s%s%s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n%s%s%sContent-Length: %d\r\n\r\n"
                .formatted(
                        method(route),
                        base,
                        path,
                        query,
                        host,
                        own,
                        odd,
                        type.isEmpty() ? "" : "Content-Type: " + type + "\r\n",
                        body.length);
        byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
        var request = new byte[start.length + body.length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(body, 0, request, start.length, body.length);
        return request;
    }

    /** Whether a page would run what a caller put into its request. */
    static boolean runsWhatACallerSent(String page) {
        return page.contains(MARK);
    }

    private String method(RunningRoutes.Route route) {
        return random.nextInt(20) == 0
                ? pick(List.of("HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE"))
                : route.method();
    }

    private byte[] body(String csrf) {
        return switch (random.nextInt(6)) {
            case 0 -> new byte[0];
            case 1 -> noise();
            case 2 -> json().getBytes(StandardCharsets.UTF_8);
            case 3 ->
                "--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n%s\r\n--b\r\nContent-Disposition: form-data; name=\"%s"
                        .formatted(csrf, value())
                        .getBytes(StandardCharsets.UTF_8);
            default -> ("_csrf=" + csrf + "&" + pairs(random.nextInt(6))).getBytes(StandardCharsets.UTF_8);
        };
    }

    private byte[] noise() {
        var noise = new byte[random.nextInt(4_000)];
        random.nextBytes(noise);
        return noise;
    }

    private String json() {
        return switch (random.nextInt(5)) {
            case 0 -> "{";
            case 1 -> "[".repeat(5_000);
            case 2 -> "{\"a\":1,\"a\":2,\"tenant\":\"borealis-de\"}";
            case 3 -> "{\"a\":" + "9".repeat(2_000) + "}";
            default -> "\"\\ud800\"";
        };
    }

    private String pairs(int count) {
        List<String> names = List.of(
                "answer", "back", "language", "look", "code", "state", "page", "sort", "search", "limit", "q", "");
        return IntStream.range(0, count)
                .mapToObj(any -> (random.nextInt(4) == 0 ? value() : pick(names)) + "=" + value())
                .collect(Collectors.joining("&"));
    }

    private String value() {
        return switch (random.nextInt(12)) {
            case 0 -> "a".repeat(random.nextInt(MOST_IN_A_LINE));
            case 1 -> pick(VALUES) + pick(VALUES);
            default -> pick(VALUES);
        };
    }

    /** The first three times out of four. */
    private String mostly(List<String> choices) {
        return random.nextInt(4) == 0 ? pick(choices) : choices.getFirst();
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}

package org.mangrove.journeys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Something that a bad line or a bad neighbour does to what the core has published.
 *
 * @param said what the cell says of it
 * @param isRefused whether the cell takes it for a forgery, and not for silence
 */
record FeedFault(String name, String said, boolean isRefused, FeedProxy.Mischief mischief) {

    static final String NOT_SIGNED = "the head was not signed by the core, or not now";

    private static final String ALL = "/feed/enterprises";
    private static final String ENTRIES = "/feed/enterprises/borealis/entries";
    private static final String BLOBS = "/feed/enterprises/borealis/blobs/";
    private static final Pattern HASH = Pattern.compile("(\"hash\":\")(.)");

    static Stream<FeedFault> all() {
        return Stream.of(
                new FeedFault(
                        "a flipped byte in an entry",
                        "was changed on its way",
                        true,
                        on(ENTRIES, text -> text.replace("A fault", "A vault"))),
                new FeedFault("a flipped byte in the head", NOT_SIGNED, true, on(ALL, FeedFault::withAnotherHash)),
                new FeedFault("a skipped number", " follows ", true, on(ENTRIES, FeedFault::withoutTheFirst)),
                new FeedFault(
                        "an entry left out at the end",
                        "entries are missing before the signed head",
                        true,
                        on(ENTRIES, FeedFault::withoutAny)),
                new FeedFault(
                        "what another enterprise has published", "another enterprise's", true, (path, answer, core) -> {
                            if (!path.equals(ENTRIES)) {
                                return answer;
                            }
                            return bytes(withItemOf(text(answer), text(entriesOfAcme(core))));
                        }),
                new FeedFault(
                        "the answer for another enterprise",
                        NOT_SIGNED,
                        true,
                        (path, answer, core) -> path.equals(ENTRIES) ? entriesOfAcme(core) : answer),
                new FeedFault(
                        "half an answer",
                        "cannot be read",
                        true,
                        (path, answer, core) -> path.equals(ALL) ? Arrays.copyOf(answer, answer.length / 2) : answer),
                new FeedFault("a line that breaks", "the core cannot be reached", false, new FeedProxy.Mischief() {
                    @Override
                    public byte[] change(String path, byte[] answer, FeedProxy.Asking core) {
                        return answer;
                    }

                    @Override
                    public long announced(byte[] answer) {
                        return answer.length + 10L;
                    }
                }),
                new FeedFault(
                        "a flipped byte in a picture", "is not what its name says", true, (path, answer, core) -> {
                            if (path.startsWith(BLOBS)) {
                                answer[answer.length / 2] ^= 1;
                            }
                            return answer;
                        }));
    }

    @Override
    public String toString() {
        return name;
    }

    private static FeedProxy.Mischief on(String wanted, UnaryOperator<String> change) {
        return (path, answer, core) -> path.equals(wanted) ? bytes(change.apply(text(answer))) : answer;
    }

    private static byte[] entriesOfAcme(FeedProxy.Asking core) throws IOException {
        String path = "/feed/enterprises/acme/entries?after=0&epoch=";
        String head = text(core.ask(path));
        return core.ask(path + between(head, "\"epoch\":\"", "\""));
    }

    static String withAnotherHash(String json) {
        return HASH.matcher(json)
                .replaceAll(found -> found.group(1) + (found.group(2).equals("0") ? "1" : "0"));
    }

    private static String withoutTheFirst(String json) {
        int second = json.indexOf("},{\"epoch\":");
        return second < 0 ? withoutAny(json) : "{\"entries\":[" + json.substring(second + 2);
    }

    private static String withoutAny(String json) {
        return "{\"entries\":[]," + json.substring(json.lastIndexOf("\"head\":"));
    }

    private static String withItemOf(String json, String other) {
        return json.replace(item(json), item(other));
    }

    private static String item(String json) {
        return "\"item\":" + between(json, "\"item\":", ",\"number\":");
    }

    private static String between(String text, String begin, String end) {
        int start = text.indexOf(begin) + begin.length();
        return text.substring(start, text.indexOf(end, start));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

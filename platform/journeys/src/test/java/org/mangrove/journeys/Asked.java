package org.mangrove.journeys;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is asked for. In address and text, {@code {name}} stands for something that belongs to somebody, and {@code {csrf}} for
 * the token that the asker's own pages gave.
 *
 * @param file follows the text of the body, and is followed by {@code end}
 */
record Asked(String method, String path, Map<String, String> headers, String text, byte[] file, String end) {

    private static final Pattern NAME = Pattern.compile("\\{([a-z-]+)}");
    private static final byte[] NOTHING = {};

    static Asked of(String method, String path) {
        return new Asked(method, path, Map.of(), "", NOTHING, "");
    }

    Asked header(String name, String value) {
        return new Asked(method, path, headersWith(name, value), text, file, end);
    }

    Asked form(String fields) {
        String all = fields.isEmpty() ? "_csrf={csrf}" : fields + "&_csrf={csrf}";
        return with("application/x-www-form-urlencoded", all, NOTHING, "");
    }

    Asked body(String type, String wanted) {
        return with(type, wanted, NOTHING, "");
    }

    Asked body(String type, byte[] wanted) {
        return with(type, "", wanted, "");
    }

    /** A form with a file in it, as browsers send it. */
    Asked upload(String field, byte[] wanted) {
        return upload(field, "file.zip", wanted);
    }

    Asked upload(String field, String fileName, byte[] wanted) {
        String token = "--part\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n{csrf}\r\n";
        String head =
                "--part\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n".formatted(field, fileName)
                        + "Content-Type: application/zip\r\n\r\n";
        return with("multipart/form-data; boundary=part", token + head, wanted, "\r\n--part--\r\n");
    }

    /** What it names of somebody's. */
    Set<String> names() {
        var names = new TreeSet<String>();
        Stream.of(path, text)
                .map(NAME::matcher)
                .forEach(found -> found.results()
                        .map(name -> name.group(1))
                        .filter(name -> !name.equals("csrf"))
                        .forEach(names::add));
        return names;
    }

    /** Of those, what stands in the path. */
    Set<String> namesInPath() {
        return of(method, path.replaceFirst("\\?.*", "")).names();
    }

    String path(Map<String, String> values) {
        return filled(path, values);
    }

    byte[] body(Map<String, String> values, String csrf) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(filled(text.replace("{csrf}", csrf), values).getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(file);
        bytes.writeBytes(end.getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private Asked with(String type, String newText, byte[] newFile, String newEnd) {
        return new Asked(method, path, headersWith("Content-Type", type), newText, newFile, newEnd);
    }

    private Map<String, String> headersWith(String name, String value) {
        var more = new HashMap<>(headers);
        more.put(name, value);
        return Map.copyOf(more);
    }

    private static String filled(String text, Map<String, String> values) {
        return NAME.matcher(text)
                .replaceAll(name -> Matcher.quoteReplacement(
                        values.containsKey(name.group(1)) ? values.get(name.group(1)) : name.group()));
    }
}

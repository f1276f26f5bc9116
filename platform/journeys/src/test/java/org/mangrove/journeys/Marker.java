package org.mangrove.journeys;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * Something that is found nowhere in the world but where somebody has left it.
 *
 * @param what it says of the person, such as their e-mail address
 * @param forms all the ways in which it can be written down
 */
record Marker(String what, String text, List<byte[]> forms) {

    static Marker of(String what, String text) {
        var forms = new ArrayList<byte[]>();
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            byte[] plain = text.getBytes(charset);
            forms.add(plain);
            forms.addAll(inBase64(plain));
            forms.add(ascii(HexFormat.of().formatHex(plain)));
            forms.add(ascii(HexFormat.of().withUpperCase().formatHex(plain)));
        }
        boolean isPlain = text.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '-'));
        if (!isPlain) {
            String percent = URLEncoder.encode(text, StandardCharsets.UTF_8);
            forms.add(ascii(percent));
            forms.add(ascii(percent.toLowerCase(Locale.ROOT)));
            forms.add(ascii(each(text, "\\u%04x"::formatted)));
            forms.add(ascii(each(text, "\\u%04X"::formatted)));
            forms.add(ascii(each(text, "&#%d;"::formatted)));
            forms.add(ascii(each(text, "&#x%x;"::formatted)));
        }
        return new Marker(what, text, List.copyOf(forms));
    }

    /** An id, as text and as the sixteen bytes of a column. */
    static Marker of(String what, UUID id) {
        var forms = new ArrayList<>(of(what, id.toString()).forms());
        forms.add(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
        forms.add(ascii(id.toString().replace("-", "")));
        return new Marker(what, id.toString(), List.copyOf(forms));
    }

    /** What is sure to be there of it in Base64, whatever stands before and after it. */
    private static List<byte[]> inBase64(byte[] plain) {
        var forms = new ArrayList<byte[]>();
        for (int before = 0; before < 3; before++) {
            var all = new ByteArrayOutputStream();
            all.writeBytes(new byte[before]);
            all.writeBytes(plain);
            int whole = all.size() / 3 * 4 + all.size() % 3;
            for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
                byte[] written = encoder.encode(all.toByteArray());
                forms.add(Arrays.copyOfRange(written, before == 0 ? 0 : before + 1, whole));
            }
        }
        return forms;
    }

    private static String each(String text, IntFunction<String> written) {
        return text.chars().mapToObj(written).collect(Collectors.joining());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return what + " (" + text + ")";
    }
}

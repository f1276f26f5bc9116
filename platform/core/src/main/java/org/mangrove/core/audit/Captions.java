package org.mangrove.core.audit;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads captions (WebVTT), more strictly than a browser, which leaves out what it cannot read and says nothing. */
final class Captions {

    private static final String TIME = "(?:(\\d{2,}):)?([0-5]\\d):([0-5]\\d)\\.(\\d{3})";
    private static final Pattern CUE = Pattern.compile("^" + TIME + "[ \\t]+-->[ \\t]+" + TIME + "(?:[ \\t].*)?$");

    private Captions() {}

    static MediaState vtt(ByteBuffer bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate()).toString();
        } catch (CharacterCodingException notText) {
            return MediaState.broken(MediaFault.UNREADABLE);
        }
        String[] blocks = text.replaceFirst("^\uFEFF", "")
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .split("\n{2,}");
        if (!blocks[0].matches("(?s)WEBVTT(?:[ \\t\\n].*)?")) {
            return MediaState.broken(MediaFault.UNREADABLE);
        }
        int cues = 0;
        long before = 0;
        for (int at = 1; at < blocks.length; at++) {
            String block = blocks[at].strip();
            if (block.isEmpty() || block.matches("(?s)(?:NOTE|STYLE|REGION)(?:\\s.*)?")) {
                continue;
            }
            String[] lines = block.split("\n");
            int first = lines[0].contains("-->") ? 0 : 1;
            Matcher cue = CUE.matcher(first < lines.length ? lines[first] : "");
            if (!cue.matches()) {
                boolean isLast = at == blocks.length - 1;
                return MediaState.broken(isLast && cues > 0 ? MediaFault.CUT_OFF : MediaFault.UNREADABLE);
            }
            long start = millis(cue, 1);
            if (start < before || millis(cue, 5) <= start) {
                return MediaState.broken(MediaFault.UNREADABLE);
            }
            if (lines.length <= first + 1) {
                return MediaState.broken(MediaFault.CUT_OFF);
            }
            before = start;
            cues++;
        }
        return cues > 0 ? new MediaState.Whole() : MediaState.broken(MediaFault.EMPTY);
    }

    private static long millis(Matcher cue, int from) {
        long hours = cue.group(from) == null ? 0 : Long.parseLong(cue.group(from));
        long minutes = hours * 60 + Long.parseLong(cue.group(from + 1));
        return (minutes * 60 + Long.parseLong(cue.group(from + 2))) * 1_000 + Long.parseLong(cue.group(from + 3));
    }
}

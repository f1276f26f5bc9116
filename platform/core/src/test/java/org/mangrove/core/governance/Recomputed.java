package org.mangrove.core.governance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** What an auditor does with a log that was taken along, written from docs/governance.md and calling nothing of ours. */
final class Recomputed {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private Recomputed() {}

    /** @return the number of the first line that does not hold; 0 if all do */
    static long firstBroken(List<String> lines) throws Exception {
        String previous = "0".repeat(64);
        long number = 0;
        for (String line : lines) {
            number++;
            JsonNode decision = JSON.readTree(line);
            JsonNode entry = decision.get("entry");
            boolean follows = entry.get("previous").asText().equals(previous)
                    && entry.get("number").asLong() == number;
            previous = sha256(canonical(entry));
            if (!follows || !decision.get("hash").asText().equals(previous) || !opens(decision, entry)) {
                return number;
            }
        }
        return 0;
    }

    private static boolean opens(JsonNode decision, JsonNode entry) throws Exception {
        JsonNode opening = decision.get("opening");
        if (opening == null) {
            return true;
        }
        byte[] salt = HexFormat.of().parseHex(opening.get("salt").asText());
        byte[] content = canonical(opening.get("content"));
        byte[] both = new byte[salt.length + content.length];
        System.arraycopy(salt, 0, both, 0, salt.length);
        System.arraycopy(content, 0, both, salt.length, content.length);
        return sha256(both).equals(entry.get("commitment").asText());
    }

    private static byte[] canonical(JsonNode node) throws Exception {
        return JSON.writeValueAsString(JSON.treeToValue(node, Map.class)).getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}

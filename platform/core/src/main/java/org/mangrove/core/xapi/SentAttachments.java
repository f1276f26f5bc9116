package org.mangrove.core.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What was sent with statements, against what they say comes with them. Nothing but digests tells what belongs together. */
public final class SentAttachments {

    private SentAttachments() {}

    /**
     * Refuses a statement that names a file which neither came with it nor is said to be elsewhere.
     *
     * @param sent the digests of the parts, in small letters; none for a body that is JSON alone
     */
    public static void mustBeThere(XapiStatement statement, Set<String> sent) {
        JsonNode json = statement.json();
        mustBeThere(json.path("attachments"), statement.place().at("attachments"), sent);
        if (Mentions.isSubStatement(json.path("object"))) {
            mustBeThere(
                    json.path("object").path("attachments"),
                    statement.place().at("object").at("attachments"),
                    sent);
        }
    }

    /**
     * Refuses parts that no statement has named.
     *
     * @param claimed the digests that the statements name, in small letters
     * @param sent the digests of the parts, in their order
     */
    public static void mustBeClaimed(Set<String> claimed, List<String> sent) {
        for (int index = 0; index < sent.size(); index++) {
            if (!claimed.contains(sent.get(index))) {
                throw Defect.multipart(
                        Place.root(MultipartMixed.BODY).at(index + 1).at(MultipartMixed.HASH), "nobody-claims");
            }
        }
    }

    private static void mustBeThere(JsonNode attachments, Place place, Set<String> sent) {
        for (int index = 0; index < attachments.size(); index++) {
            JsonNode attachment = attachments.get(index);
            String sha2 = attachment.path("sha2").asText().toLowerCase(Locale.ROOT);
            if (!attachment.has("fileUrl") && !sent.contains(sha2)) {
                throw Defect.multipart(place.at(index), "not-sent");
            }
        }
    }
}

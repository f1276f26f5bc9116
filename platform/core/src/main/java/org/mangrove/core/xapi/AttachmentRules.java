package org.mangrove.core.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/** Files that come with a statement. */
final class AttachmentRules {

    private static final int LONGEST_TYPE = 1000;

    /** RFC 2045: two tokens; what parameters there are is the reader's business. */
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[\\w!#$%&'*+.^`|~-]++/[\\w!#$%&'*+.^`|~-]++[ \\t]*+(?:;[^\\p{Cntrl}]*+)?+");

    private AttachmentRules() {}

    static void attachments(JsonNode value, Place place) {
        Rules.each(Value.array(value, place), place, AttachmentRules::attachment);
    }

    private static void attachment(JsonNode value, Place place) {
        ObjectNode attachment = Value.object(value, place);
        for (var property : attachment.properties()) {
            JsonNode part = property.getValue();
            Place at = place.at(property.getKey());
            switch (property.getKey()) {
                case "usageType", "fileUrl" -> Value.iri(part, at);
                case "display", "description" -> Value.languageMap(part, at);
                case "contentType" -> mediaType(part, at);
                case "length" -> {
                    if (!part.isIntegralNumber() || !part.canConvertToLong() || part.longValue() < 0) {
                        throw Defect.expected(part, at, "length");
                    }
                }
                case "sha2" -> Value.sha2(part, at);
                default -> throw Defect.unknown(place, property.getKey());
            }
        }
        for (String property : new String[] {"usageType", "display", "contentType", "length", "sha2"}) {
            Rules.mustHave(attachment, place, property);
        }
    }

    private static void mediaType(JsonNode value, Place place) {
        boolean right = value.isTextual()
                && value.textValue().length() <= LONGEST_TYPE
                && MEDIA_TYPE.matcher(value.textValue()).matches();
        if (!right) {
            throw Defect.expected(value, place, "media-type");
        }
    }
}

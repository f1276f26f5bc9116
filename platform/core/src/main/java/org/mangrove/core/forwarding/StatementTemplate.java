package org.mangrove.core.forwarding;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.sdk.Message;

/**
 * Makes another statement of a statement. A template is JSON: what stands in it stands in the result, and where something is to
 * come from the statement, an object says so.
 *
 * <pre>
 * {"$value": "/actor/account/name", "$else": …}              what lies there
 * {"$text": "{/verb/id}#{/object/id}", "$else": …}           a text with scalars in it
 * {"$choose": "/verb/id", "$cases": {"…": …}, "$else": …}    by the text that lies there
 * {"$each": "/context/contextActivities/parent", "$as": …}   for each element, of which "." and "./id" speak
 * {"$without": ["/actor/name"], "$with": {"/context/x": …}}  the whole statement, less and more
 * </pre>
 *
 * <p>What lies nowhere is left out, with its property. There is no way to call anything, to repeat without end, or to look
 * outside the statement; the parts and characters of a result are counted as it is made. Immutable, for any number of threads.
 */
public final class StatementTemplate {

    public static final int LONGEST = 32_000;

    static final int DEEPEST = 24;
    private static final int LONGEST_NUMBER = 100;

    private static final JsonFactory STRICT = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final ObjectMapper JSON = JsonMapper.builder(STRICT)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Optional<TemplatePart> whole;

    private StatementTemplate(Optional<TemplatePart> whole) {
        this.whole = whole;
    }

    /** @throws Invalid with the place in the template if it is none */
    public static StatementTemplate read(String text) {
        if (text.isBlank()) {
            return new StatementTemplate(Optional.empty());
        }
        if (text.length() > LONGEST) {
            throw new Invalid(
                    "template", Message.of("forwarding.template.too-long").with("most", LONGEST));
        }
        return new StatementTemplate(Optional.of(new TemplateReader().read(json(text))));
    }

    private static JsonNode json(String text) {
        try {
            JsonNode read = JSON.readTree(text);
            if (read.isObject()) {
                return read;
            }
        } catch (JsonProcessingException unreadable) {
            long line = unreadable.getLocation() == null
                    ? 1
                    : unreadable.getLocation().getLineNr();
            throw new Invalid(
                    "template", Message.of("forwarding.template.no-json").with("line", line));
        }
        throw new Invalid("template", Message.of("forwarding.template.no-object"));
    }

    /** Whether statements stay as they are. */
    public boolean isEmpty() {
        return whole.isEmpty();
    }

    /**
     * What it makes of a statement, which is left as it is. Whether that is a statement has to be looked at.
     *
     * @throws Invalid if nothing comes of it
     */
    public ObjectNode fill(ObjectNode statement) {
        if (whole.isEmpty()) {
            return statement.deepCopy();
        }
        Optional<JsonNode> made = whole.get().fill(new TemplateFilling(statement));
        if (made.isPresent() && made.get() instanceof ObjectNode object) {
            return object;
        }
        throw new Invalid(Message.of("forwarding.template.nothing-made"));
    }
}

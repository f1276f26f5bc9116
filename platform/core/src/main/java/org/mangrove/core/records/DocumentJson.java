package org.mangrove.core.records;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.sdk.Message;

/** Reads documents that say that they are JSON: each name once, numbers as they were written, and nothing after the end. */
final class DocumentJson {

    private static final int DEEPEST = 200;
    private static final String WHOLE = "$";

    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(DocumentContent.MOST_BYTES)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build()
            .reader();

    private DocumentJson() {}

    /** @throws Invalid if these bytes are no JSON, in UTF-8 */
    static JsonNode read(byte[] utf8) {
        try (JsonParser parser = READER.createParser(characters(utf8))) {
            JsonNode read = READER.readTree(parser);
            if (read == null || read.isMissingNode() || parser.nextToken() != null) {
                throw malformed(1, 1);
            }
            return read;
        } catch (JsonProcessingException malformed) {
            var at = malformed.getLocation();
            throw at == null ? malformed(1, 1) : malformed(at.getLineNr(), at.getColumnNr());
        } catch (IOException impossible) {
            throw new IllegalStateException("Nothing is read from outside", impossible);
        }
    }

    /** @param otherwise the key of what is said of JSON that is no object */
    static ObjectNode object(byte[] utf8, String otherwise) {
        if (read(utf8) instanceof ObjectNode object) {
            return object;
        }
        throw new Invalid(WHOLE, Message.of(otherwise));
    }

    /** @throws Invalid if there is half a character in it, which escapes can bring in */
    static byte[] write(JsonNode json) {
        try {
            ByteBuffer written = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(json.toString()));
            var bytes = new byte[written.remaining()];
            written.get(bytes);
            return bytes;
        } catch (CharacterCodingException halfACharacter) {
            throw new Invalid(WHOLE, Message.of("records.document.not-utf-8"));
        }
    }

    private static String characters(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException otherEncoding) {
            throw new Invalid(WHOLE, Message.of("records.document.not-utf-8"));
        }
    }

    private static Invalid malformed(int line, int column) {
        return new Invalid(
                WHOLE,
                Message.of("records.document.malformed").with("line", line).with("column", column));
    }
}

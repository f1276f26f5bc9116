package org.mangrove.core.records.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mangrove.core.records.StoredStatement;
import org.mangrove.core.xapi.ExactJson;
import org.mangrove.core.xapi.LanguageRanges;
import org.mangrove.core.xapi.StatementFormat;
import org.mangrove.core.xapi.XapiVersion;

/** Writes a stored statement in the form that was asked for. As it was received it is not even read. */
record WrittenStatement(
        StatementQuery.Format format,
        XapiVersion version,
        LanguageRanges languages,
        Map<String, ObjectNode> definitions) {

    /** Where this stands there is something that the first version does not know. */
    private static final byte[] SECOND = "\"version\":\"2.".getBytes(StandardCharsets.US_ASCII);

    byte[] of(StoredStatement stored) {
        if (format == StatementQuery.Format.EXACT && !mustBeAdapted(stored.json())) {
            return stored.json();
        }
        ObjectNode statement = ExactJson.read(stored.json());
        ObjectNode shaped = switch (format) {
            case EXACT -> StatementFormat.exact(statement);
            case IDS -> StatementFormat.ids(statement);
            case CANONICAL ->
                StatementFormat.canonical(statement, languages, iri -> Optional.ofNullable(definitions.get(iri)));
        };
        return ExactJson.write(StatementFormat.forVersion(shaped, version));
    }

    private boolean mustBeAdapted(byte[] json) {
        return version == XapiVersion.V1_0_3
                && IntStream.rangeClosed(0, json.length - SECOND.length).anyMatch(at -> isSecond(json, at));
    }

    private static boolean isSecond(byte[] json, int at) {
        return Arrays.equals(json, at, at + SECOND.length, SECOND, 0, SECOND.length);
    }
}

package org.mangrove.core.records;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Tells whether a statement that comes with an id that is taken is the one that is there. */
final class SameStatement {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> OURS = List.of("stored", "authority", "version", "timestamp");

    private SameStatement() {}

    static boolean is(byte[] there, byte[] coming) {
        return said(there).equals(said(coming));
    }

    private static ObjectNode said(byte[] json) {
        try {
            return ((ObjectNode) JSON.readTree(json)).remove(OURS);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}

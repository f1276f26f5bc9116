package org.mangrove.core.records.web;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A stream whose place is known only when the answer is sent: its writer names the answer's type before that. */
final class LateStream extends FilterOutputStream {

    LateStream() {
        super(OutputStream.nullOutputStream());
    }

    void to(OutputStream place) {
        out = place;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }
}

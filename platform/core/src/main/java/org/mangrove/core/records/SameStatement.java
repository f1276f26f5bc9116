package org.mangrove.core.records;

import org.mangrove.core.xapi.Limits;
import org.mangrove.core.xapi.StatementReader;
import org.mangrove.core.xapi.XapiVersion;

/** Tells whether a statement that comes with an id that is taken is the one that is there. */
final class SameStatement {

    /** Of the version that knows all there is: both were checked by the rules of their own when they came. */
    private static final StatementReader READER = new StatementReader(XapiVersion.V2_0_0, Limits.usual());

    private SameStatement() {}

    static boolean is(byte[] there, byte[] coming) {
        return READER.read(there).says(READER.read(coming));
    }
}

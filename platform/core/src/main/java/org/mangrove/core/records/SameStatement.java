package org.mangrove.core.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.mangrove.core.xapi.ExactJson;
import org.mangrove.core.xapi.Limits;
import org.mangrove.core.xapi.StatementReader;
import org.mangrove.core.xapi.XapiStatement;
import org.mangrove.core.xapi.XapiVersion;

/** Tells whether a statement that comes with an id that is taken is the one that is there. */
final class SameStatement {

    /** Of the version that knows all there is: both were checked by the rules of their own when they came. */
    private static final StatementReader READER = new StatementReader(XapiVersion.V2_0_0, Limits.usual());

    private SameStatement() {}

    /** Of statements as they are stored. */
    static boolean is(byte[] there, byte[] coming) {
        return sent(there).says(sent(coming));
    }

    /** Who sends a statement without its moment is given that of storing, which is another one when it is sent again. */
    private static XapiStatement sent(byte[] stored) {
        ObjectNode statement = ExactJson.read(stored);
        if (statement.path("timestamp").equals(statement.path("stored"))) {
            statement.remove("timestamp");
        }
        return READER.read(ExactJson.write(statement));
    }
}

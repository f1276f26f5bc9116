package org.mangrove.core.records.web;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.mangrove.core.credentials.XapiCaller;

/** One resource of xAPI. A CDI bean; {@link XapiServlet} finds it. Whoever asks has shown a credential by then. */
interface XapiEndpoint {

    /** Its path below {@code /xapi/}, such as {@code activities/state}. */
    String path();

    /** The methods that it answers. HEAD is asked as GET. */
    Set<String> methods();

    /** Headers that every answer of it has, also that to a request which is refused before it comes here. */
    default Map<String, String> headers() {
        return Map.of();
    }

    /**
     * @throws org.mangrove.core.refusal.Refusal if the caller must mend something
     * @throws IOException if the body cannot be read to its end
     */
    XapiAnswer answer(XapiCaller caller, XapiRequest request) throws IOException;
}

package org.mangrove.core.identity;

import jakarta.ws.rs.core.Response;
import java.util.List;

/** Tells somebody whose session has ended while they filled in a form; so that what they wrote is not lost. */
public interface InterruptedForm {

    /**
     * @param back where to come back to after signing on, as a path of ours
     * @param written what they had written, as far as it looks written and not chosen
     */
    Response tell(String back, List<String> written);
}

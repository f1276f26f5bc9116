package org.mangrove.core.records;

import java.util.Locale;

/** What was done, from the vocabulary of ADL. */
public enum Verb {
    INITIALIZED,
    PROGRESSED,
    ANSWERED,
    PASSED,
    FAILED,
    COMPLETED;

    private static final String VOCABULARY = "http://adlnet.gov/expapi/verbs/";

    /** The English word of the vocabulary. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String iri() {
        return VOCABULARY + word();
    }
}

package org.mangrove.core.records;

import java.util.Locale;
import java.util.Optional;

/**
 * With what something was done.
 *
 * @param path of its page below the tenant's address, with a slash in front; its id follows from it
 * @param name in the language that it was met in
 * @param interaction how it is answered, if it is a question
 */
public record Activity(Kind kind, String path, String name, Locale language, Optional<Interaction> interaction) {

    public Activity(Kind kind, String path, String name, Locale language) {
        this(kind, path, name, language, Optional.empty());
    }

    public Activity asking(Interaction how) {
        return new Activity(kind, path, name, language, Optional.of(how));
    }

    /** What it is, from the vocabulary of ADL. */
    public enum Kind {
        COURSE("http://adlnet.gov/expapi/activities/course"),
        QUESTION("http://adlnet.gov/expapi/activities/question");

        private final String iri;

        Kind(String iri) {
            this.iri = iri;
        }

        public String iri() {
            return iri;
        }
    }
}

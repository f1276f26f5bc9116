package org.mangrove.core.quality;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What is asked of a version. How much of it is the rubric's business. */
public enum CriterionKind {
    /** Each picture is said in words, in each language. */
    ALTERNATIVE_TEXT,
    /** Each film has captions and a transcript, in each language. */
    CAPTIONS,
    /** Headings within a text follow each other without a gap. */
    HEADINGS,
    /** Links say where they lead, and lead somewhere. */
    LINK_TEXTS,
    /** Texts are as easy to read as their readers need. */
    READING_LEVEL,
    /** There is a day on which somebody looks at it again, and it is not far away. */
    REVIEW_DATE,
    /** Nothing speaks of years that are over. */
    PAST_YEARS,
    /** What was verified for a law stays so for a while. */
    CLAIMS_IN_TIME,
    /** Each file may be shown. */
    LICENCES,
    /** What was verified for a law still is. */
    CLAIMS_VERIFIED,
    /** Somebody has verified each text that speaks of law. */
    LEGAL_REFERENCES,
    /** A slow line is enough. */
    BYTE_BUDGET;

    /** The name as files, rows and messages write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<CriterionKind> parse(String word) {
        return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}

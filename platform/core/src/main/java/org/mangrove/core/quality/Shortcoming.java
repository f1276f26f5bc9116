package org.mangrove.core.quality;

import java.util.Locale;

/** What can be wrong. Each is said by {@code quality.finding.<word>}, and mended as {@code quality.remedy.<word>} says. */
public enum Shortcoming {
    ALT_MISSING,
    ALT_IS_FILE_NAME,
    ALT_SAYS_PICTURE,
    ALT_TOO_SHORT,
    ALT_TOO_LONG,
    ALT_IS_CAPTION,
    CAPTIONS_MISSING,
    TRANSCRIPT_MISSING,
    HEADING_SKIPS,
    HEADING_EMPTY,
    TABLE_WITHOUT_CAPTION,
    TABLE_HEAD_EMPTY,
    FILE_WITHOUT_WORDS,
    LINK_SAYS_NOTHING,
    LINK_IS_ADDRESS,
    LINK_LEADS_NOWHERE,
    TOO_HARD,
    REVIEW_OVER,
    REVIEW_TOO_FAR,
    YEAR_OVER,
    CLAIM_RUNS_OUT,
    LICENCE_MISSING,
    LICENCE_UNKNOWN,
    LICENCE_OVER,
    TEXT_LICENCE_UNKNOWN,
    TEXT_LICENCE_OVER,
    CLAIM_OVER,
    LAW_WITHOUT_CLAIM,
    SECTION_TOO_HEAVY,
    COURSE_TOO_HEAVY;

    /** The name as rows and messages write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package org.mangrove.core.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is true of a course as a whole, in every language.
 *
 * @param key names it in addresses and statements, such as {@code information-security}
 * @param category the slug that the catalogue filters by
 * @param objective what a person can do afterwards; a course without one is not published
 * @param owner who answers for it
 * @param steward who keeps it up to date
 * @param passing the share of questions that must be right, in percent
 * @param certificateMonths how long a certificate of it is valid; empty if for ever
 * @param credits by what right it shows its files
 * @param textCredit by what right it says its texts; empty if they are the enterprise's own
 */
public record CourseFacts(
        String key,
        String category,
        int minutes,
        String objective,
        String owner,
        String steward,
        LocalDate reviewDue,
        int passing,
        Optional<Integer> certificateMonths,
        List<Locale> languages,
        List<MediaCredit> credits,
        Optional<TextCredit> textCredit) {

    public CourseFacts {
        languages = List.copyOf(languages);
        credits = List.copyOf(credits);
    }

    /** Of a course in the enterprise's own words that shows no files, or says nothing about them. */
    public CourseFacts(
            String key,
            String category,
            int minutes,
            String objective,
            String owner,
            String steward,
            LocalDate reviewDue,
            int passing,
            Optional<Integer> certificateMonths,
            List<Locale> languages) {
        this(
                key,
                category,
                minutes,
                objective,
                owner,
                steward,
                reviewDue,
                passing,
                certificateMonths,
                languages,
                List.of(),
                Optional.empty());
    }

    /** The same, saying by what right it shows its files. */
    public CourseFacts crediting(List<MediaCredit> files) {
        return new CourseFacts(
                key,
                category,
                minutes,
                objective,
                owner,
                steward,
                reviewDue,
                passing,
                certificateMonths,
                languages,
                files,
                textCredit);
    }

    /** The same, saying by what right it says its texts. */
    public CourseFacts crediting(Optional<TextCredit> texts) {
        return new CourseFacts(
                key,
                category,
                minutes,
                objective,
                owner,
                steward,
                reviewDue,
                passing,
                certificateMonths,
                languages,
                credits,
                texts);
    }
}

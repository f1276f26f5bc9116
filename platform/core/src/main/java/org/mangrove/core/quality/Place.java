package org.mangrove.core.quality;

/**
 * Where something is. What does not apply is empty.
 *
 * @param block the id of a block or of a section's head
 * @param language a BCP 47 tag
 */
public record Place(String block, String field, String language) {

    public static final Place COURSE = new Place("", "", "");

    static Place of(String block, String field, String language) {
        return new Place(block, field, language);
    }

    /** As people write it: {@code pause-film/transcript, de}. */
    public String words() {
        String place = field.isEmpty() ? block : block + "/" + field;
        return language.isEmpty() ? place : place.isEmpty() ? language : place + ", " + language;
    }
}

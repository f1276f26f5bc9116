package org.mangrove.core.mail;

/**
 * A letter as it goes out.
 *
 * @param to an address as {@link MailAddress} takes it
 * @param language a tag
 */
record WrittenLetter(String to, String language, String subject, String text, String html) {

    /** Whom it is for, and what it says, would be written into a log. */
    @Override
    public String toString() {
        return "WrittenLetter";
    }
}

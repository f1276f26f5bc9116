package org.mangrove.core.mail;

/**
 * A letter as it goes out.
 *
 * @param to an address as {@link MailAddress} takes it; empty as long as it is looked up only when the letter goes out
 * @param language a tag
 */
record WrittenLetter(String to, String language, String subject, String text, String html) {

    WrittenLetter to(MailAddress address) {
        return new WrittenLetter(address.text(), language, subject, text, html);
    }

    /** Whom it is for, and what it says, would be written into a log. */
    @Override
    public String toString() {
        return "WrittenLetter";
    }
}

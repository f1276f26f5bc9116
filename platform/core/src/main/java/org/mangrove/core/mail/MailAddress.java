package org.mangrove.core.mail;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address to which mail may go: one mailbox, without a name, without anything that would end a line of a header or begin a
 * second address. Letters before the sign are those that every server takes.
 */
public record MailAddress(String text) {

    private static final int LONGEST = 254;
    private static final Pattern SHAPE = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    public MailAddress {
        if (text.length() > LONGEST || !SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("Not an address for mail");
        }
    }

    public static Optional<MailAddress> read(String text) {
        return text.length() <= LONGEST && SHAPE.matcher(text).matches()
                ? Optional.of(new MailAddress(text))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "MailAddress";
    }
}

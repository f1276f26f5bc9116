package org.mangrove.core.mail;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.mangrove.sdk.Message;

/**
 * What somebody is told by mail, in sentences of the messages: it is said in the language of whoever gets it. No more than one
 * needs to decide whether to look; the rest stands on a page.
 *
 * @param smallPrint why one gets it, and what one can do about that
 */
public record Letter(Message subject, List<Message> paragraphs, Optional<Link> link, List<Message> smallPrint) {

    public Letter {
        paragraphs = List.copyOf(paragraphs);
        smallPrint = List.copyOf(smallPrint);
    }

    /** Where to go on. */
    public record Link(Message label, URI address) {}
}

package org.mangrove.core.mail;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.mangrove.sdk.Message;

/**
 * What somebody is told by mail, in sentences of the messages: it is said in the language of whoever gets it. No more than one
 * needs to decide whether to look; the rest stands on a page.
 *
 * @param items of a digest, each with where to go on
 * @param smallPrint why one gets it, and what one can do about that
 * @param choice where one says what one wants to get
 */
public record Letter(
        Message subject,
        List<Message> paragraphs,
        List<Item> items,
        Optional<Link> link,
        List<Message> smallPrint,
        Optional<Link> choice) {

    public Letter {
        paragraphs = List.copyOf(paragraphs);
        items = List.copyOf(items);
        smallPrint = List.copyOf(smallPrint);
    }

    /** About one thing. */
    public Letter(Message subject, List<Message> paragraphs, Optional<Link> link, List<Message> smallPrint) {
        this(subject, paragraphs, List.of(), link, smallPrint, Optional.empty());
    }

    /** Where to go on. */
    public record Link(Message label, URI address) {}

    /** One thing of several. */
    public record Item(List<Message> said, Link link) {

        public Item {
            said = List.copyOf(said);
        }
    }
}

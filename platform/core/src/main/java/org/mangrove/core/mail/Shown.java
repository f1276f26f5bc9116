package org.mangrove.core.mail;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;

/**
 * What the template of a letter shows.
 *
 * @param direction {@code ltr} or {@code rtl}
 */
public record Shown(
        String language,
        String direction,
        String subject,
        List<Content> paragraphs,
        List<ShownItem> items,
        Optional<ShownLink> link,
        List<Content> smallPrint,
        Optional<ShownLink> choice) {}

package org.mangrove.core.mail;

import gg.jte.Content;
import java.util.List;

/** One thing of a letter about several. */
public record ShownItem(List<Content> said, ShownLink link) {}

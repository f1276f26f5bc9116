package org.mangrove.core.mail;

import gg.jte.Content;

/** Where a letter leads to. */
public record ShownLink(Content label, String address) {}

package org.mangrove.core.learning.web;

import org.mangrove.core.content.EffectiveSection;

/** A section in the table of contents. */
public record Chapter(int number, EffectiveSection section, boolean done, boolean current) {}

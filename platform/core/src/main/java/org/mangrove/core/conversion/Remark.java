package org.mangrove.core.conversion;

/**
 * Something that was not taken over as it was.
 *
 * @param detail a word of the document that helps to find it; empty if there is none
 * @param times how often at this place
 */
public record Remark(Loss loss, Place place, String detail, int times) {}

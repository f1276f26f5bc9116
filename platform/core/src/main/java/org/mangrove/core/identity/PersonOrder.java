package org.mangrove.core.identity;

/** In which order a list of people stands. */
public enum PersonOrder {
    NAME,
    NAME_BACKWARDS,
    OLDEST_FIRST,
    NEWEST_FIRST
}

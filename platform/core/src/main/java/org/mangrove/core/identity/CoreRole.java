package org.mangrove.core.identity;

/** What somebody may do in the global core of an enterprise. */
public enum CoreRole {
    GOVERNOR,
    AUTHOR
}

package org.mangrove.core.privacy;

/** What somebody asks for. */
public enum RequestKind {
    EXPORT,
    ERASURE
}

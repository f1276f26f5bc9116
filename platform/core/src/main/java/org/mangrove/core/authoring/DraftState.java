package org.mangrove.core.authoring;

/** Whether people still work on a draft. */
public enum DraftState {
    OPEN,
    PUBLISHED,
    DISCARDED
}

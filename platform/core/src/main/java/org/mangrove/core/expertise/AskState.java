package org.mangrove.core.expertise;

/** How far it has come with something that was asked. */
public enum AskState {
    OPEN,
    ANSWERED,
    WITHDRAWN
}

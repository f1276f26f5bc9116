package org.mangrove.core.extension;

import org.jspecify.annotations.Nullable;

/** A plugin did not answer; {@link Extensions} turns it into what the point's contract says. */
final class PluginFailed extends Exception {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    PluginFailed(Kind kind) {
        this(kind, null);
    }

    PluginFailed(Kind kind, @Nullable Throwable cause) {
        super(kind.toString(), cause);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** In which way. */
    enum Kind {
        THREW("threw an exception"),
        TOO_SLOW("took longer than its contract allows"),
        TOO_MUCH_MEMORY("allocated more than its contract allows"),
        NOT_A_VALUE("answered with an object of its own class instead of a value"),
        BUSY("was asked by too many at once"),
        STUCK("is no longer asked: it holds all threads it may have, and none can be stopped"),
        RESTING("is not asked for a while, since it failed too often"),
        HELD_BACK("is held back: it has no entry in the register of components that holds today"),
        MISSING("is switched on and not installed"),
        CLOSED("is being removed");

        private final String said;

        Kind(String said) {
            this.said = said;
        }

        @Override
        public String toString() {
            return said;
        }
    }
}

package org.mangrove.core.audit;

/** What came of opening a file. */
public sealed interface MediaState {

    record Whole() implements MediaState {}

    record Broken(MediaFault fault) implements MediaState {}

    /** It would take more memory than an audit may. */
    record TooLarge() implements MediaState {}

    static MediaState broken(MediaFault fault) {
        return new Broken(fault);
    }
}

package org.mangrove.core.records;

import java.util.UUID;

/**
 * A statement as it lies in its row.
 *
 * @param position where it stands among all that were stored
 * @param rest what it says, with marks in the place of what it says of people
 * @param sealed what it says of people; empty if it speaks of none
 */
@SuppressWarnings("ArrayRecordComponent") // it is never compared
public record SealedStatement(UUID position, byte[] rest, byte[] sealed) {

    /** Only where it is: what it says would be written into a log. */
    @Override
    public String toString() {
        return "SealedStatement " + position;
    }
}

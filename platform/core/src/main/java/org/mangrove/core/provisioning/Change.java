package org.mangrove.core.provisioning;

import java.util.List;
import org.mangrove.sdk.Message;

/**
 * What applying would do to one thing.
 *
 * @param properties the names of what differs
 */
public record Change(Nature nature, Thing thing, List<String> properties) {

    /** Why something is to be done. */
    public enum Nature {
        CREATE,
        UPDATE,
        /** What was applied last is still what the files say, and yet it is otherwise there: somebody else did that. */
        DRIFT
    }

    public Change {
        properties = List.copyOf(properties);
    }

    /** As a sentence. */
    public Message told() {
        Message sentence = switch (nature) {
            case CREATE -> Message.of("provisioning.change.create");
            case UPDATE -> Message.of("provisioning.change.update");
            case DRIFT -> Message.of("provisioning.change.drift");
        };
        return sentence.with("thing", thing.kind().word())
                .with("name", thing.name())
                .with("where", thing.place())
                .with("what", String.join(", ", properties));
    }
}

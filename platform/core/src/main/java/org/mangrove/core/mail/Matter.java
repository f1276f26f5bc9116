package org.mangrove.core.mail;

import java.util.List;
import java.util.Set;
import org.mangrove.sdk.Message;

/**
 * Something that waits for a person of a tenant.
 *
 * @param about always the same for the same thing, and another once it has to be told anew; nobody reads it
 * @param isDemanded whether the law demands it, so that nobody can wish not to be told that it is there or late
 * @param stages what there is to tell now, what is most urgent first. Whoever was told one of them is not told those behind it.
 */
public record Matter(String about, boolean isDemanded, List<Stage> stages) {

    public Matter {
        stages = List.copyOf(stages);
    }

    /**
     * @param said whole sentences, in the order in which they are read
     * @param place of the page to go on, such as {@code /learning}
     */
    public record Stage(NoticeKind kind, List<Message> said, Message open, String place) {

        public Stage {
            said = List.copyOf(said);
        }
    }

    /** By which it is known that somebody was told. */
    String key(Stage stage) {
        return stage.kind() + " " + about;
    }

    /** Whether somebody who does not want some kinds is told this. That a day comes near is never demanded. */
    boolean isFor(Stage stage, Set<NoticeKind> unwanted) {
        return !unwanted.contains(stage.kind()) || (isDemanded && stage.kind() != NoticeKind.SOON);
    }
}

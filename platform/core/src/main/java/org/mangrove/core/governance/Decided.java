package org.mangrove.core.governance;

import java.util.List;
import java.util.Map;

/**
 * What was decided, without anybody in it: nothing of it can ever be taken out of the log again.
 *
 * @param type of the asset that it is about, such as {@code course}
 * @param asset its key
 * @param subjects the parts of the asset that it is about; none if it is about the whole
 * @param details what else there is to say in words of ours, such as {@code version} and {@code 3}
 * @param digest of what holds after it, as hexadecimal digits; empty if there is none
 */
public record Decided(
        DecisionKind kind,
        String type,
        String asset,
        List<String> subjects,
        Map<String, String> details,
        String digest) {

    public Decided {
        subjects = List.copyOf(subjects);
        details = Map.copyOf(details);
    }
}

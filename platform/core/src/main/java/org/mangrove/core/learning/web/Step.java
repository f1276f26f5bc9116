package org.mangrove.core.learning.web;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.content.EffectiveBlock;
import org.mangrove.core.learning.Answer;

/**
 * A block with what the person answered, if it asks something.
 *
 * @param fresh whether the answer was given just now and comes back in place, where the focus goes to it
 */
public record Step(String course, EffectiveBlock block, Optional<Answer> answer, String problem, boolean fresh) {

    /** Items as the person ordered them or, before that, shuffled, the same way each time. */
    public List<EffectiveBlock.Item> shownItems() {
        List<String> given =
                answer.map(there -> List.of(there.response().split(" "))).orElse(List.of());
        return block.items().stream()
                .sorted(
                        given.isEmpty()
                                ? Comparator.comparing(
                                        item -> Digest.of((block.id() + item.id()).getBytes(StandardCharsets.UTF_8)))
                                : Comparator.comparing(item -> given.indexOf(item.id())))
                .toList();
    }
}

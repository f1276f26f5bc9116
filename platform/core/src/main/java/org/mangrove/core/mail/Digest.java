package org.mangrove.core.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What somebody is told in one letter of all that waits for them: of each thing what is most urgent, unless they were told before or
 * do not want to be.
 */
record Digest(List<Told> told) {

    /** @param keys all that need not be told any more after this */
    record Told(Matter.Stage stage, List<Key> keys) {}

    record Key(NoticeKind kind, String text) {}

    static Digest of(List<Matter> matters, Set<NoticeKind> unwanted, Predicate<String> isTold) {
        List<Told> told = new ArrayList<>();
        for (Matter matter : matters) {
            find(matter, unwanted, isTold).ifPresent(told::add);
        }
        return new Digest(List.copyOf(told));
    }

    private static Optional<Told> find(Matter matter, Set<NoticeKind> unwanted, Predicate<String> isTold) {
        for (int at = 0; at < matter.stages().size(); at++) {
            Matter.Stage stage = matter.stages().get(at);
            if (isTold.test(matter.key(stage))) {
                return Optional.empty();
            }
            if (matter.isFor(stage, unwanted)) {
                List<Key> keys = matter.stages().subList(at, matter.stages().size()).stream()
                        .map(each -> new Key(each.kind(), matter.key(each)))
                        .filter(key -> !isTold.test(key.text()))
                        .toList();
                return Optional.of(new Told(stage, keys));
            }
        }
        return Optional.empty();
    }

    boolean isEmpty() {
        return told.isEmpty();
    }
}

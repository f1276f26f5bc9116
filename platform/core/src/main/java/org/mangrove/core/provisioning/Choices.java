package org.mangrove.core.provisioning;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.mangrove.sdk.Message;

/** Refuses what is not one of the values that are known, and names the one that was probably meant. */
final class Choices {

    private static final int SHOWN_AT_MOST = 24;

    private Choices() {}

    static Message refuse(String at, String found, Collection<String> known) {
        List<String> shown = known.stream().sorted(Comparator.naturalOrder()).toList();
        String allowed = shown.size() <= SHOWN_AT_MOST
                ? String.join(", ", shown)
                : String.join(", ", shown.subList(0, SHOWN_AT_MOST)) + ", …";
        return Suggestion.find(found, known)
                .map(meant -> Message.of("provisioning.value.is-misspelt")
                        .with("at", at)
                        .with("found", found)
                        .with("meant", meant)
                        .with("allowed", allowed))
                .orElseGet(() -> Message.of("provisioning.value.is-unknown")
                        .with("at", at)
                        .with("found", found)
                        .with("allowed", allowed));
    }
}

package org.mangrove.core.expertise;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * That what a text says is so by a law, as somebody is asked to confirm it.
 *
 * @param words the text as it was when it was asked, per language; under the empty tag if it is the same in every language
 * @param lastDay through which a yes is to hold
 * @param renews the claim that ends with a yes, if it is about one that has run out or soon will
 */
public record AskedClaim(
        String block,
        String field,
        String jurisdiction,
        String legalReference,
        LocalDate lastDay,
        Map<String, String> words,
        Optional<UUID> renews) {

    public AskedClaim {
        words = Map.copyOf(words);
    }
}

package org.mangrove.core.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An asset as the audit looks at it.
 *
 * @param key names it
 * @param title in one of its languages
 * @param passages in the order of reading, those of one language after those of another
 * @param structure the kinds of its steps in order, with what is true of them in every language, such as {@code single 4 c}
 * @param owner who answers for it
 * @param steward who keeps it up to date
 * @param reviewDue the day on which somebody should look at it again
 * @param published when its newest version was
 * @param licences by which its texts are used: one that holds is enough. None if it needs none
 */
public record AuditedAsset(
        String key,
        String title,
        List<Passage> passages,
        List<String> structure,
        List<AuditedMedia> media,
        List<ReliedLaw> laws,
        Fact<String> owner,
        Fact<String> steward,
        Fact<String> objective,
        Fact<LocalDate> reviewDue,
        LocalDate published,
        Fact<List<Licence>> licences,
        Fact<Usage> usage) {

    public AuditedAsset {
        passages = List.copyOf(passages);
        structure = List.copyOf(structure);
        media = List.copyOf(media);
        laws = List.copyOf(laws);
    }

    public Set<Locale> languages() {
        return passages.stream().map(Passage::language).collect(Collectors.toSet());
    }

    public List<Passage> in(Locale language) {
        return passages.stream()
                .filter(passage -> passage.language().equals(language))
                .toList();
    }
}

package org.mangrove.core.audit;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The words of texts, as their languages tell words: in Japanese, too, where none are between spaces. In one writing: neither case
 * nor width nor the way a letter is put together counts, and marks do not.
 *
 * <p>For one thread.
 */
final class Words {

    /** The address of a link; the words that are shown for it stay. */
    private static final Pattern ADDRESS = Pattern.compile("\\]\\([^)]*\\)|<?\\bhttps?://[^\\s>)]+>?");

    private final Map<Locale, BreakIterator> breaks = new HashMap<>();

    List<String> of(String text, Locale language) {
        String plain = UCharacter.foldCase(
                Normalizer2.getNFKCInstance().normalize(ADDRESS.matcher(text).replaceAll(" ")), true);
        BreakIterator by = breaks.computeIfAbsent(language, BreakIterator::getWordInstance);
        by.setText(plain);
        var words = new ArrayList<String>();
        int from = by.first();
        for (int to = by.next(); to != BreakIterator.DONE; from = to, to = by.next()) {
            if (by.getRuleStatus() != BreakIterator.WORD_NONE) {
                words.add(plain.substring(from, to));
            }
        }
        return words;
    }
}

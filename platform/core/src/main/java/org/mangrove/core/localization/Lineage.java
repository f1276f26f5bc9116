package org.mangrove.core.localization;

import com.ibm.icu.impl.ICUResourceBundle;
import com.ibm.icu.impl.ICUResourceBundle.OpenType;
import com.ibm.icu.util.ULocale;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mangrove.i18n.PseudoLocale;

/**
 * Where to look for a sentence: the locale itself, its parents by CLDR (es-MX, es-419, es; zh-HK, zh-Hant-HK, zh-Hant;
 * no, nb), its language. English is not part of it.
 */
final class Lineage {

    private static final Map<Locale, List<Locale>> KNOWN = new ConcurrentHashMap<>();

    private Lineage() {}

    static List<Locale> of(Locale locale) {
        return KNOWN.computeIfAbsent(locale, Lineage::trace);
    }

    /** Whether a reader of {@code asked} reads {@code text}: the same language in the same script. */
    static boolean writesAlike(Locale asked, Locale text) {
        ULocale one = ULocale.addLikelySubtags(ULocale.forLocale(asked));
        ULocale other = ULocale.addLikelySubtags(ULocale.forLocale(text));
        return one.getScript().equals(other.getScript()) && plain(one).equals(plain(other));
    }

    private static String plain(ULocale locale) {
        return locale.getLanguage().equals("no") ? "nb" : locale.getLanguage();
    }

    private static List<Locale> trace(Locale locale) {
        if (PseudoLocale.find(locale).isPresent()) {
            return List.of(); // they have nothing of their own: all of it is made from English
        }
        ULocale exact = ULocale.forLocale(locale.stripExtensions());
        Set<Locale> lineage = new LinkedHashSet<>();
        addWithParents(lineage, exact);
        addWithParents(lineage, withScript(exact));
        lineage.add(Locale.of(locale.getLanguage()));
        if (lineage.contains(Locale.of("no"))) {
            lineage.add(Locale.of("nb"));
        }
        return List.copyOf(lineage);
    }

    private static void addWithParents(Set<Locale> lineage, ULocale start) {
        for (String id = start.getBaseName(); id != null && !id.equals("root") && !id.isEmpty(); id = parent(id)) {
            lineage.add(new ULocale(id).toLocale());
        }
    }

    /** ICU keeps CLDR's table of parents where only its own bundles look; there is no other door to it. */
    private static @Nullable String parent(String id) {
        return ICUResourceBundle.getParentLocaleID(id, "root", OpenType.LOCALE_DEFAULT_ROOT);
    }

    /** Hong Kong writes in traditional characters, which the tag "zh-HK" leaves to be known. */
    private static ULocale withScript(ULocale locale) {
        String likely = ULocale.addLikelySubtags(locale).getScript();
        String usual =
                ULocale.addLikelySubtags(new ULocale(locale.getLanguage())).getScript();
        return likely.equals(usual)
                ? locale
                : new ULocale.Builder().setLocale(locale).setScript(likely).build();
    }
}

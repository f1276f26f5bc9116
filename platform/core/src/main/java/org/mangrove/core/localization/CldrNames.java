package org.mangrove.core.localization;

import com.ibm.icu.text.PersonName.NameField;
import com.ibm.icu.text.PersonNameFormatter;
import com.ibm.icu.text.SimplePersonName;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Names in the order and with the spaces of CLDR. */
final class CldrNames {

    private static final Map<Locale, PersonNameFormatter> FORMATTERS = new ConcurrentHashMap<>();

    private CldrNames() {}

    static String show(Locale locale, String given, String family) {
        if (given.isBlank() || family.isBlank()) {
            return (given + family).strip();
        }
        var name = SimplePersonName.builder()
                .addField(NameField.GIVEN, List.of(), given.strip())
                .addField(NameField.SURNAME, List.of(), family.strip())
                .build();
        return FORMATTERS.computeIfAbsent(locale, CldrNames::formatter).formatToString(name);
    }

    private static PersonNameFormatter formatter(Locale locale) {
        return PersonNameFormatter.builder()
                .setLocale(ULocale.forLocale(locale).toLocale())
                .setLength(PersonNameFormatter.Length.MEDIUM)
                .setUsage(PersonNameFormatter.Usage.REFERRING)
                .setFormality(PersonNameFormatter.Formality.FORMAL)
                .build();
    }
}

package org.mangrove.core.localization;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ibm.icu.text.PersonName.NameField;
import com.ibm.icu.text.PersonNameFormatter;
import com.ibm.icu.text.PersonNameFormatter.DisplayOrder;
import com.ibm.icu.text.SimplePersonName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mangrove.core.localization.Customs.Address;
import org.mangrove.sdk.custom.NameCustom;
import org.mangrove.sdk.custom.NameCustom.Order;

/** Names of persons as one language, or one market, writes them. */
final class Names {

    /** Everybody's own name stands on every page, and ICU takes its time to write one. */
    private static final int KEPT = 2_000;

    private final Optional<NameCustom> custom;
    private final Pool<PersonNameFormatter> running;
    private final Pool<PersonNameFormatter> sorted;
    private final Cache<Written, String> inText =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    private record Written(String given, String family) {}

    Names(Locale locale, Optional<NameCustom> custom) {
        this.custom = custom;
        running = formatter(locale, DisplayOrder.DEFAULT);
        sorted = formatter(locale, DisplayOrder.SORTING);
    }

    String show(String given, String family, Address address) {
        return custom.map(market -> form(market, address).replace("{name}", joined(market, given, family)))
                .orElseGet(() -> inText.get(
                        new Written(given, family), written -> by(running, written.given(), written.family())));
    }

    /** As it stands in a sorted list, with the part first by which one looks for it. */
    String showSorted(String given, String family) {
        return by(sorted, given, family);
    }

    private static String form(NameCustom market, Address address) {
        return switch (address) {
            case PLAIN -> market.plain();
            case POLITE -> market.polite();
            case FORMAL -> market.formal();
        };
    }

    private static String joined(NameCustom market, String given, String family) {
        if (given.isBlank() || family.isBlank()) {
            return (given + family).strip();
        }
        return market.order() == Order.FAMILY_FIRST
                ? family.strip() + market.between() + given.strip()
                : given.strip() + market.between() + family.strip();
    }

    private static String by(Pool<PersonNameFormatter> formatters, String given, String family) {
        if (given.isBlank() || family.isBlank()) {
            return (given + family).strip();
        }
        var name = SimplePersonName.builder()
                .addField(NameField.GIVEN, List.of(), given.strip())
                .addField(NameField.SURNAME, List.of(), family.strip())
                .build();
        return formatters.use(formatter -> formatter.formatToString(name));
    }

    private static Pool<PersonNameFormatter> formatter(Locale locale, DisplayOrder order) {
        return new Pool<>(() -> PersonNameFormatter.builder()
                .setLocale(locale)
                .setLength(PersonNameFormatter.Length.LONG)
                .setUsage(PersonNameFormatter.Usage.REFERRING)
                .setFormality(PersonNameFormatter.Formality.FORMAL)
                .setDisplayOrder(order)
                .build());
    }
}

package org.mangrove.core.localization;

import com.ibm.icu.text.NumberingSystem;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mangrove.sdk.Tenant;

/** The locale in which things are written for a tenant: the language, the tenant's region, calendar and digits. */
final class WrittenLocale {

    private WrittenLocale() {}

    static ULocale of(Tenant tenant, Locale locale, String calendar) {
        var builder = new ULocale.Builder().setLocale(ULocale.forLocale(locale));
        if (locale.getCountry().isEmpty()) {
            countryOf(tenant).ifPresent(builder::setRegion);
        }
        ULocale written = builder.build().setKeywordValue("calendar", calendar);
        return knows(written, tenant.numberingSystem())
                ? written.setKeywordValue("numbers", tenant.numberingSystem())
                : written;
    }

    /** The narrowest jurisdiction that is a country. */
    private static Optional<String> countryOf(Tenant tenant) {
        return tenant.jurisdictions().stream()
                .filter(code -> code.length() == 2 && !code.equals("EU"))
                .findFirst();
    }

    private static boolean knows(ULocale locale, String numberingSystem) {
        return numberingSystem.equals("latn")
                || List.of("default", "native", "traditional", "finance").stream()
                        .map(kind -> NumberingSystem.getInstance(locale.setKeywordValue("numbers", kind)))
                        .anyMatch(known -> known.getName().equals(numberingSystem));
    }
}

package org.mangrove.plugins.jp.workingstyle;

import java.time.DayOfWeek;
import java.util.Locale;
import java.util.Optional;
import org.mangrove.sdk.Market;
import org.mangrove.sdk.PluginSettings;
import org.mangrove.sdk.custom.Custom;
import org.mangrove.sdk.custom.Custom.GregorianYear;
import org.mangrove.sdk.custom.MarketCustom;
import org.mangrove.sdk.custom.NameCustom;
import org.mangrove.sdk.custom.NameCustom.Order;
import org.pf4j.Extension;

/**
 * Years of the era with the Gregorian year beside them, the week from Sunday, family name first, さん on pages and 様 in
 * letters; for pages in Japanese. Each can be set otherwise: see the README.
 */
@Extension
public class WorkingStyle implements MarketCustom {

    @Override
    public Optional<Custom> custom(Market market, Locale language) {
        if (!language.getLanguage().equals(Locale.JAPANESE.getLanguage())) {
            return Optional.empty();
        }
        PluginSettings settings = market.settings();
        boolean eras = settings.flag("era-years", true);
        return Optional.of(new Custom(
                eras ? "japanese" : market.tenant().calendar(),
                eras && settings.flag("gregorian-year-beside", true) ? GregorianYear.BESIDE : GregorianYear.LEFT_OUT,
                DayOfWeek.valueOf(settings.text("week-starts", "sunday").toUpperCase(Locale.ROOT)),
                names(settings)));
    }

    private static NameCustom names(PluginSettings settings) {
        String polite = "{name}" + settings.text("honorific", "さん");
        return new NameCustom(Order.FAMILY_FIRST, " ", polite, "{name} 様", "{name}");
    }
}

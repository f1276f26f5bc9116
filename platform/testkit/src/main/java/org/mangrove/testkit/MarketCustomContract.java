package org.mangrove.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mangrove.sdk.Market;
import org.mangrove.sdk.custom.MarketCustom;

/**
 * What every {@link MarketCustom} owes the core. A plugin extends this class, says which language it shapes, and adds
 * tests of its own customs.
 */
public abstract class MarketCustomContract extends PluginContract<MarketCustom> {

    /** A language that the plugin shapes. */
    protected abstract Locale shaped();

    /** A language that it leaves alone. */
    protected abstract Locale leftAlone();

    @Override
    protected void use(MarketCustom custom, Market market) {
        custom.custom(market, shaped());
    }

    @Test
    void shapes_its_language_with_a_calendar_that_there_is() {
        assertThat(extension().custom(market(), shaped()))
                .hasValueSatisfying(custom -> assertThat(
                                Arrays.asList(Calendar.getKeywordValuesForLocale("calendar", ULocale.ROOT, false)))
                        .contains(custom.calendar()));
    }

    @Test
    void leaves_other_languages_alone() {
        assertThat(extension().custom(market(), leftAlone())).isEmpty();
    }

    @Test
    void shapes_the_same_each_time() {
        assertThat(extension().custom(market(), shaped())).isEqualTo(extension().custom(market(), shaped()));
    }
}

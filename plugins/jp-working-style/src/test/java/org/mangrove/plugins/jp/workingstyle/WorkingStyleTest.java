package org.mangrove.plugins.jp.workingstyle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mangrove.sdk.Market;
import org.mangrove.sdk.PluginSettings;
import org.mangrove.sdk.Tenant;
import org.mangrove.sdk.TenantId;
import org.mangrove.sdk.custom.Custom;
import org.mangrove.sdk.custom.Custom.GregorianYear;
import org.mangrove.sdk.custom.MarketCustom;
import org.mangrove.sdk.custom.NameCustom.Order;
import org.mangrove.testkit.MarketCustomContract;

class WorkingStyleTest extends MarketCustomContract {

    private static final Tenant OSAKA = new Tenant(
            new TenantId(3),
            "acme-jp",
            "jp",
            List.of(Locale.JAPANESE, Locale.ENGLISH),
            ZoneId.of("Asia/Tokyo"),
            "gregorian",
            "latn",
            DayOfWeek.SUNDAY,
            Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            List.of("JP-27", "JP"));

    private final WorkingStyle style = new WorkingStyle();

    @Override
    protected MarketCustom extension() {
        return style;
    }

    @Override
    protected Market market() {
        return Market.of(OSAKA);
    }

    @Override
    protected Locale shaped() {
        return Locale.JAPAN;
    }

    @Override
    protected Locale leftAlone() {
        return Locale.ENGLISH;
    }

    @Test
    void counts_years_by_era_with_the_gregorian_year_beside() {
        Custom custom = ask(PluginSettings.none());

        assertThat(custom.calendar()).isEqualTo("japanese");
        assertThat(custom.gregorianYear()).isEqualTo(GregorianYear.BESIDE);
    }

    @Test
    void puts_the_family_name_first_and_honours_people() {
        Custom custom = ask(PluginSettings.none());

        assertThat(custom.names().order()).isEqualTo(Order.FAMILY_FIRST);
        assertThat(custom.names().polite()).isEqualTo("{name}さん");
        assertThat(custom.names().formal()).isEqualTo("{name} 様");
        assertThat(custom.names().plain()).isEqualTo("{name}");
    }

    @Test
    void writes_gregorian_years_alone_where_the_company_does() {
        Custom custom = ask(PluginSettings.none().with("era-years", false));

        assertThat(custom.calendar()).isEqualTo("gregorian");
        assertThat(custom.gregorianYear()).isEqualTo(GregorianYear.LEFT_OUT);
    }

    @Test
    void begins_the_week_where_the_company_does() {
        assertThat(ask(PluginSettings.none()).firstDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
        assertThat(ask(PluginSettings.none().with("week-starts", "monday")).firstDayOfWeek())
                .isEqualTo(DayOfWeek.MONDAY);
    }

    @Test
    void does_not_guess_what_a_wrong_setting_means() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ask(PluginSettings.none().with("week-starts", "someday")));
    }

    private Custom ask(PluginSettings settings) {
        return style.custom(market().with(settings), Locale.JAPANESE).orElseThrow();
    }
}

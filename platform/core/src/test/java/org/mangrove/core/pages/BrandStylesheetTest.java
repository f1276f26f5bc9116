package org.mangrove.core.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BrandStylesheetTest {

    private static final Pattern PROPERTY = Pattern.compile("--([a-z-]+):(#[0-9a-f]{6})");

    @Test
    void any_colour_can_be_read_wherever_it_is_used() {
        var random = new Random(42);
        for (int i = 0; i < 500; i++) {
            String hex = "%06x".formatted(random.nextInt(0x1000000));

            Map<String, Colour> brand = shades(hex);

            assertThat(contrast(brand, "brand-l", "#ffffff")).as(hex).isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(brand, "brand-l", "#f5f7f7")).as(hex).isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(brand, "brand-d", "#191f22")).as(hex).isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(brand, "brand-d", "#22292c")).as(hex).isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(brand, "on-brand-l", brand.get("brand-l").hex()))
                    .as(hex)
                    .isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(brand, "on-brand-d", brand.get("brand-d").hex()))
                    .as(hex)
                    .isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(
                            brand, "brand-strong-l", brand.get("brand-soft-l").hex()))
                    .as(hex)
                    .isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(
                            brand, "brand-strong-d", brand.get("brand-soft-d").hex()))
                    .as(hex)
                    .isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(brand, "on-brand-flag", brand.get("brand-flag").hex()))
                    .as(hex)
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    @Test
    void the_brand_itself_is_shown_as_it_is() {
        assertThat(shades("ffe600").get("brand-flag").hex()).isEqualTo("#ffe600");
    }

    @Test
    void what_is_no_colour_gives_our_own() {
        assertThat(BrandStylesheet.url("url(evil)")).isEqualTo(BrandStylesheet.url(Brand.COLOUR));
    }

    @Test
    void colours_come_back_from_oklch_as_they_went_in() {
        for (String hex : new String[] {"#000000", "#ffffff", "#0a6b62", "#ff0000", "#0000ff", "#12ab9c"}) {
            assertThat(Colour.ofHex(hex).hex()).isEqualTo(hex);
        }
    }

    private static double contrast(Map<String, Colour> brand, String name, String ground) {
        return brand.get(name).contrastTo(Colour.ofHex(ground));
    }

    private static Map<String, Colour> shades(String hex) {
        var shades = new HashMap<String, Colour>();
        var found = PROPERTY.matcher(BrandStylesheet.of(hex));
        while (found.find()) {
            shades.put(found.group(1), Colour.ofHex(found.group(2)));
        }
        return shades;
    }
}

package org.mangrove.core.pages;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The stylesheet of a brand colour: shades of it that can be read on our surfaces, in every look.
 *
 * <p>A brand may have any colour. Its hue stays; lightness gives way until the contrast that WCAG asks for is there.
 */
public final class BrandStylesheet {

    /** Part of the address, since browsers keep the stylesheet: raise it with every change of what is computed here. */
    private static final int REVISION = 2;

    private static final Pattern COLOUR = Pattern.compile("#?[0-9a-fA-F]{6}");

    /** Text of ordinary size on a surface (WCAG 1.4.3), with something to spare. */
    private static final double READABLE = 4.6;

    private static final Colour WHITE = Colour.ofHex("#ffffff");
    /** One of these two can be read on any colour. */
    private static final Colour BLACK = Colour.ofHex("#000000");

    private static final Colour NIGHT = Colour.ofHex("#191f22");
    private static final Colour INK = Colour.ofHex("#101718");

    private BrandStylesheet() {}

    /** @param colour as {@code #rrggbb}; what is no colour gives Mangrove's own */
    static String url(String colour) {
        String known = COLOUR.matcher(colour).matches() ? colour : Brand.COLOUR;
        return "/assets/brand/" + known.replace("#", "").toLowerCase(Locale.ROOT) + ".css?" + REVISION;
    }

    /** @param hex six digits */
    public static String of(String hex) {
        Colour brand = Colour.ofHex(hex);
        Colour light = brand.darkenedUntilReadableOn(WHITE.withLightness(0.955), READABLE);
        Colour lightSoft = brand.withLightness(0.955).withChromaAtMost(0.03);
        Colour lightLine = brand.withLightness(0.86).withChromaAtMost(0.06);
        Colour lightStrong = light.darkenedUntilReadableOn(lightSoft, 7);
        Colour dark = brand.withChromaAtMost(0.14)
                .lightenedUntilReadableOn(NIGHT, 7)
                .lightenedUntilReadableOn(NIGHT.withLightness(0.32), READABLE);
        Colour darkSoft = brand.withLightness(0.3).withChromaAtMost(0.05);
        Colour darkLine = brand.withLightness(0.42).withChromaAtMost(0.07);
        Colour darkStrong = dark.lightenedUntilReadableOn(darkSoft, 7);
        Colour onLight = WHITE.contrastTo(light) >= READABLE ? WHITE : INK;
        Colour onBrand = WHITE.contrastTo(brand) >= 4.5 ? WHITE : BLACK;
        return """
                :root{--brand-flag:%s;--on-brand-flag:%s;--brand-l:%s;--brand-soft-l:%s;--brand-line-l:%s;\
                --brand-strong-l:%s;--on-brand-l:%s;--brand-d:%s;--brand-soft-d:%s;--brand-line-d:%s;\
                --brand-strong-d:%s;--on-brand-d:%s}
                """.formatted(
                        brand.hex(),
                        onBrand.hex(),
                        light.hex(),
                        lightSoft.hex(),
                        lightLine.hex(),
                        lightStrong.hex(),
                        onLight.hex(),
                        dark.hex(),
                        darkSoft.hex(),
                        darkLine.hex(),
                        darkStrong.hex(),
                        INK.hex());
    }
}

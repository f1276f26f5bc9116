package org.mangrove.core.pages;

/**
 * A colour in OKLCH, in which equal steps look equally large.
 *
 * @param lightness from 0 to 1
 * @param hue in radians
 */
record Colour(double lightness, double chroma, double hue) {

    private static final double STEP = 0.004;

    /** @param hex six digits, with or without a number sign */
    static Colour ofHex(String hex) {
        int rgb = Integer.parseInt(hex.replace("#", ""), 16);
        double red = linear((rgb >> 16 & 0xff) / 255.0);
        double green = linear((rgb >> 8 & 0xff) / 255.0);
        double blue = linear((rgb & 0xff) / 255.0);
        double l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
        double m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
        double s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
        double lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
        double a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
        double b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
        return new Colour(lightness, Math.hypot(a, b), Math.atan2(b, a));
    }

    Colour withLightness(double other) {
        return new Colour(Math.clamp(other, 0, 1), chroma, hue);
    }

    Colour withChromaAtMost(double most) {
        return new Colour(lightness, Math.min(chroma, most), hue);
    }

    /** Itself, if it can be read on {@code ground}; else darker by as little as needed. */
    Colour darkenedUntilReadableOn(Colour ground, double contrast) {
        Colour colour = this;
        while (colour.contrastTo(ground) < contrast && colour.lightness > 0) {
            colour = colour.withLightness(colour.lightness - STEP);
        }
        return colour;
    }

    /** Itself, if it can be read on {@code ground}; else lighter by as little as needed. */
    Colour lightenedUntilReadableOn(Colour ground, double contrast) {
        Colour colour = this;
        while (colour.contrastTo(ground) < contrast && colour.lightness < 1) {
            colour = colour.withLightness(colour.lightness + STEP);
        }
        return colour;
    }

    /** As WCAG 2 computes it, from 1 to 21. */
    double contrastTo(Colour other) {
        double mine = luminance();
        double others = other.luminance();
        return (Math.max(mine, others) + 0.05) / (Math.min(mine, others) + 0.05);
    }

    /** As {@code #rrggbb}, with as much chroma as a screen can show. */
    String hex() {
        int[] rgb = rgb();
        return "#%02x%02x%02x".formatted(rgb[0], rgb[1], rgb[2]);
    }

    private double luminance() {
        int[] rgb = rgb();
        return 0.2126 * linear(rgb[0] / 255.0) + 0.7152 * linear(rgb[1] / 255.0) + 0.0722 * linear(rgb[2] / 255.0);
    }

    private int[] rgb() {
        double shown = chroma;
        double[] linear = linearRgb(shown);
        while (!isShown(linear) && shown > 0) {
            shown = Math.max(0, shown - STEP);
            linear = linearRgb(shown);
        }
        return new int[] {level(linear[0]), level(linear[1]), level(linear[2])};
    }

    private double[] linearRgb(double shown) {
        double a = shown * Math.cos(hue);
        double b = shown * Math.sin(hue);
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        return new double[] {
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
        };
    }

    private static boolean isShown(double[] linear) {
        for (double part : linear) {
            if (part < -0.0005 || part > 1.0005) {
                return false;
            }
        }
        return true;
    }

    private static int level(double linear) {
        double bounded = Math.clamp(linear, 0, 1);
        double encoded = bounded <= 0.0031308 ? 12.92 * bounded : 1.055 * Math.pow(bounded, 1 / 2.4) - 0.055;
        return (int) Math.round(encoded * 255);
    }

    private static double linear(double encoded) {
        return encoded <= 0.04045 ? encoded / 12.92 : Math.pow((encoded + 0.055) / 1.055, 2.4);
    }

    private static double cube(double value) {
        return value * value * value;
    }
}

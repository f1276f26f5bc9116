package org.mangrove.core.localization;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.number.Scale;
import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.NoUnit;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Numbers, shares and lengths of time in the digits of one locale. */
final class Numbers {

    private final LocalizedNumberFormatter plain;
    private final LocalizedNumberFormatter exact;
    private final LocalizedNumberFormatter percent;
    private final MeasureFormat measures;

    Numbers(ULocale locale) {
        plain = NumberFormatter.withLocale(locale).precision(Precision.maxFraction(3));
        exact = NumberFormatter.withLocale(locale).precision(Precision.unlimited());
        percent = NumberFormatter.withLocale(locale)
                .unit(NoUnit.PERCENT)
                .scale(Scale.powerOfTen(2))
                .precision(Precision.maxFraction(1));
        measures = MeasureFormat.getInstance(locale, MeasureFormat.FormatWidth.SHORT);
    }

    String number(Number number) {
        return plain.format(number).toString();
    }

    String exact(BigDecimal number) {
        return exact.format(number).toString();
    }

    String percent(double share) {
        return percent.format(share).toString();
    }

    String duration(Duration duration) {
        var parts = new ArrayList<Measure>(2);
        add(parts, duration.toDays(), MeasureUnit.DAY);
        add(parts, duration.toHoursPart(), MeasureUnit.HOUR);
        add(parts, duration.toMinutesPart(), MeasureUnit.MINUTE);
        add(parts, duration.toSecondsPart(), MeasureUnit.SECOND);
        if (parts.isEmpty()) {
            parts.add(new Measure(0, MeasureUnit.MINUTE));
        }
        List<Measure> largest = parts.subList(0, Math.min(2, parts.size()));
        return measures.formatMeasures(largest.toArray(Measure[]::new));
    }

    private static void add(List<Measure> parts, long amount, MeasureUnit unit) {
        if (amount != 0) {
            parts.add(new Measure(amount, unit));
        }
    }
}

package org.mangrove.core.adaptation.web;

import java.math.BigDecimal;
import org.mangrove.core.content.Amount;
import org.mangrove.core.localization.Customs;

/** A number, or a share with a per cent sign behind it, as one person writes it and as courses hold it. */
final class WrittenAmount {

    private static final String SHARE = "\\s*[%\u066a\uff05]\\s*$";

    private WrittenAmount() {}

    /** @return as courses hold it; what is no number stays as it is, to be refused */
    static String held(String written, Customs customs) {
        String size = written.replaceFirst(SHARE, "");
        return customs.readNumber(size)
                .map(BigDecimal::toPlainString)
                .map(number -> size.equals(written) ? number : number + "%")
                .orElse(written);
    }

    static String shown(String held, Customs customs) {
        String size = held.replace("%", "");
        return Amount.isValue(size) ? customs.exact(new BigDecimal(size)) + (size.equals(held) ? "" : "%") : held;
    }
}

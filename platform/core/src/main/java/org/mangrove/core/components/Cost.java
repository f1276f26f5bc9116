package org.mangrove.core.components;

import java.util.Currency;
import java.util.Optional;

/**
 * What a component costs a year.
 *
 * @param amount in whole units
 * @param currency as ISO 4217 has it
 */
public record Cost(long amount, String currency) {

    private static final int MOST_DIGITS = 12;

    /** Empty if it is none. */
    public static Optional<Cost> read(String amount, String currency) {
        boolean isCurrency = Currency.getAvailableCurrencies().stream()
                .anyMatch(known -> known.getCurrencyCode().equals(currency));
        return amount.matches("\\d{1," + MOST_DIGITS + "}") && isCurrency
                ? Optional.of(new Cost(Long.parseLong(amount), currency))
                : Optional.empty();
    }
}

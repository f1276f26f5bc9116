package org.mangrove.core.tenancy;

/**
 * Names one customer for ever: a number that the core gives once and never gives again.
 *
 * @param number greater than zero
 */
public record EnterpriseId(int number) {

    public EnterpriseId {
        if (number <= 0) {
            throw new IllegalArgumentException("An enterprise's number is greater than zero, not " + number);
        }
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}

package org.mangrove.sdk;

/**
 * Names one tenant for ever: a number that the core gives once and never gives again.
 *
 * @param number greater than zero
 */
public record TenantId(int number) {

    public TenantId {
        if (number <= 0) {
            throw new IllegalArgumentException("A tenant's number is greater than zero, not " + number);
        }
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}

package org.mangrove.core.identity;

/**
 * Somebody as the sign-on of a realm knows them.
 *
 * @param realm one for each enterprise and zone, such as {@code acme-eu}
 * @param subject the account's id in that realm; never given again
 * @param email empty if the realm knows none
 */
public record Account(String realm, String subject, PersonName name, String email) {}

package org.mangrove.core.tenancy;

import java.util.Locale;
import java.util.Map;

/**
 * A customer. It owns one global core and is walled from every other enterprise.
 *
 * @param slug the name that people and addresses use, such as {@code acme}
 * @param names its name as shown, per language
 * @param homeRealm the realm in which its governors and authors sign in, such as {@code acme-eu}
 */
public record Enterprise(EnterpriseId id, String slug, Map<Locale, String> names, Locale language, String homeRealm) {

    public Enterprise {
        names = Map.copyOf(names);
    }
}

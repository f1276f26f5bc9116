package org.mangrove.core.tenancy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A customer. It owns one global core and is walled from every other enterprise.
 *
 * @param slug the name that people and addresses use, such as {@code acme}
 * @param names its name as shown, per language
 * @param homeRealm the realm in which its governors and authors sign in, such as {@code acme-eu}
 * @param quality in what its quality rubric differs from the platform's: values by {@code criterion.parameter}
 */
public record Enterprise(
        EnterpriseId id,
        String slug,
        Map<Locale, String> names,
        Locale language,
        String homeRealm,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> quality) {

    /** What was written down before there was a rubric says nothing about it. */
    public Enterprise {
        names = Map.copyOf(names);
        quality = Collections.unmodifiableMap(new TreeMap<>(Objects.requireNonNullElse(quality, Map.of())));
    }

    /** One that is content with the platform's rubric. */
    public Enterprise(EnterpriseId id, String slug, Map<Locale, String> names, Locale language, String homeRealm) {
        this(id, slug, names, language, homeRealm, Map.of());
    }
}

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
 * @param rights who may do what and who has to agree, where it is not as the platform has it: values by {@code space.may.act} and
 *     {@code space.rules.name.what}
 * @param components what its register of components is told of what it does not know yet: values by {@code key.what}
 */
public record Enterprise(
        EnterpriseId id,
        String slug,
        Map<Locale, String> names,
        Locale language,
        String homeRealm,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> quality,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> rights,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> components) {

    /** What was written down before there was a rubric, or before there were rights, says nothing about them. */
    public Enterprise {
        names = Map.copyOf(names);
        quality = Collections.unmodifiableMap(new TreeMap<>(Objects.requireNonNullElse(quality, Map.of())));
        rights = Collections.unmodifiableMap(new TreeMap<>(Objects.requireNonNullElse(rights, Map.of())));
        components = Collections.unmodifiableMap(new TreeMap<>(Objects.requireNonNullElse(components, Map.of())));
    }

    /** As cells are told of it: who answers for components is nothing that they need to know. */
    public Enterprise published() {
        return new Enterprise(id, slug, names, language, homeRealm, quality, rights, Map.of());
    }

    /** One that is content with the platform's rubric and rights. */
    public Enterprise(EnterpriseId id, String slug, Map<Locale, String> names, Locale language, String homeRealm) {
        this(id, slug, names, language, homeRealm, Map.of(), Map.of(), Map.of());
    }
}

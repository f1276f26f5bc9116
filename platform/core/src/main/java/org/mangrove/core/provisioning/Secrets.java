package org.mangrove.core.provisioning;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What must not stand in a file: looked up in the node's environment, by the name that the file gives.
 *
 * <p>A file says {@code ${env:NAME}} where a secret belongs, and nothing else.
 */
@FunctionalInterface
public interface Secrets {

    /** The keys whose values are secrets; what stands there is never shown. */
    Set<String> KEYS = Set.of("client-secret");

    /** How a file points to a secret. */
    Pattern REFERENCE = Pattern.compile("\\$\\{env:([A-Z][A-Z0-9_]*)}");

    Optional<String> find(String name);

    /** The same for a company that a realm of our own plays: its secret may be made up where nobody has set one. */
    default Optional<String> findForStandIn(String name) {
        return find(name);
    }

    /** The name in {@code ${env:NAME}}, if {@code text} is just that. */
    static Optional<String> nameIn(String text) {
        Matcher reference = REFERENCE.matcher(text);
        return reference.matches() ? Optional.of(reference.group(1)) : Optional.empty();
    }
}

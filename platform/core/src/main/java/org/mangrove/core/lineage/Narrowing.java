package org.mangrove.core.lineage;

import java.util.Optional;

/**
 * Which of two values of a field demands less. Where one is declared, whoever is below may demand more than what is above
 * them, and less only where each space above that says anything of the field has opened it.
 */
@FunctionalInterface
public interface Narrowing {

    /** Of texts nobody can tell. */
    Narrowing NONE = (block, field, above, below) -> false;

    /**
     * @param above empty if nothing is there
     * @param below empty if it is cleared
     */
    boolean isLooser(String block, String field, Optional<Field> above, Optional<Field> below);
}

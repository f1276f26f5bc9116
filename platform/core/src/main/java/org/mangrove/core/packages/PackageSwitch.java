package org.mangrove.core.packages;

import java.util.Optional;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.lineage.ChangeClass;

/**
 * What becomes of a try that is under way when another package is effective by now. Nobody can bring what a program of other hands has kept
 * into another program: so it stays with the package that it began with, unless the law does not allow that any more.
 */
public enum PackageSwitch {
    /** It is what is effective. */
    SAME,
    /** It goes on with the package that it began with; whoever likes may begin anew. */
    STAYS,
    /** It ends, and the person begins anew: the law demands what is effective now. */
    BEGINS_ANEW;

    /** @param began the file that the try began with, @param version of the master, when it began */
    static PackageSwitch of(PackageDesk desk, Digest began, int version) {
        if (desk.here().has(began)) {
            return SAME;
        }
        Optional<ChangeClass> strongest = desk.strongestSince(version);
        return strongest.filter(change -> change == ChangeClass.REGULATORY).isPresent() ? BEGINS_ANEW : STAYS;
    }
}

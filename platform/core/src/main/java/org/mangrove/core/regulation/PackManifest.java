package org.mangrove.core.regulation;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.mangrove.core.tenancy.Definitions;

/**
 * What a proof says of itself. Its text is what is signed.
 *
 * @param market the slug of the tenant
 * @param files the digest of each, by name
 * @param promises the digest of all commitments, by course
 */
record PackManifest(
        int format,
        String market,
        UUID change,
        String legalReference,
        Instant madeAt,
        Map<String, String> files,
        Map<String, String> promises,
        int assigned,
        int learned,
        int erased) {

    static final int FORMAT = 1;

    PackManifest {
        files = Map.copyOf(files);
        promises = Map.copyOf(promises);
    }

    String text() {
        return Definitions.write(this);
    }

    String withSeal(String seal) {
        return Definitions.write(new TreeMap<>(Map.of("manifest", this, "seal", seal))) + "\n";
    }

    /** @throws IllegalArgumentException if it is none */
    static Sealed read(String text) {
        Sealed signed = Definitions.read(text, Sealed.class);
        if (signed.manifest() == null
                || signed.seal() == null
                || signed.manifest().market() == null) {
            throw new IllegalArgumentException("Not a manifest");
        }
        return signed;
    }

    record Sealed(PackManifest manifest, String seal) {}
}

package org.mangrove.core.packages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.CanonicalJson;
import org.mangrove.core.lineage.ChangeClass;

/**
 * A package as it was published from the global core once, for ever unchanged.
 *
 * @param no counts from 1
 * @param reason why it is not as the version before
 * @param digest of facts and variants
 */
public record PackageVersion(
        String slug,
        int no,
        ChangeClass change,
        Instant effectiveFrom,
        PackageFacts facts,
        String reason,
        Variants variants,
        Digest digest) {

    /** What locks, overlays and decisions call assets of this kind. */
    public static final String TYPE = "package";

    /** No key of a course has a dot: so a package and a course never have the same. */
    private static final String PREFIX = "package.";

    public static PackageVersion of(
            String slug,
            int no,
            ChangeClass change,
            Instant effectiveFrom,
            PackageFacts facts,
            String reason,
            Variants variants) {
        return new PackageVersion(
                slug,
                no,
                change,
                effectiveFrom,
                facts,
                reason,
                variants,
                CanonicalJson.digestOf(said(slug, facts, variants)));
    }

    /** The key by which the engine knows it. */
    public static String asset(String slug) {
        return PREFIX + slug;
    }

    public static Optional<String> slugOf(String asset) {
        return asset.startsWith(PREFIX) ? Optional.of(asset.substring(PREFIX.length())) : Optional.empty();
    }

    public String asset() {
        return asset(slug);
    }

    List<Block> blocks() {
        return List.of(variants.block());
    }

    private static ObjectNode said(String slug, PackageFacts facts, Variants variants) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("package", slug)
                .put("owner", facts.owner())
                .put("steward", facts.steward())
                .put("objective", facts.objective())
                .put("reviewDue", facts.reviewDue().toString())
                .put("variants", variants.text());
    }

    /** As rows and feed entries hold it. */
    public String write() {
        return CanonicalJson.write(said(slug, facts, variants)
                .put("number", no)
                .put("change", change.name())
                .put("effectiveFrom", effectiveFrom.toString())
                .put("reason", reason)
                .put("digest", digest.hex()));
    }

    /** @throws IllegalArgumentException if it does not have the digest that it says */
    public static PackageVersion read(String text) {
        JsonNode json = CanonicalJson.read(text);
        PackageVersion version = of(
                json.required("package").textValue(),
                json.required("number").intValue(),
                ChangeClass.valueOf(json.required("change").textValue()),
                Instant.parse(json.required("effectiveFrom").textValue()),
                new PackageFacts(
                        json.required("owner").textValue(),
                        json.required("steward").textValue(),
                        json.required("objective").textValue(),
                        LocalDate.parse(json.required("reviewDue").textValue())),
                json.required("reason").textValue(),
                Variants.parse(json.required("variants").textValue())
                        .orElseThrow(() -> new IllegalArgumentException("These are no variants")));
        if (!version.digest().hex().equals(json.required("digest").textValue())) {
            throw new IllegalArgumentException(
                    "Version " + version.no() + " of " + version.slug() + " has another digest");
        }
        return version;
    }
}

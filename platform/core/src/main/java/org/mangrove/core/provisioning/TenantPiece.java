package org.mangrove.core.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.TenantId;

/** A tenant in the core's book. */
final class TenantPiece implements Piece {

    private static final TenantId ANY = new TenantId(1);

    private final Registration registration;
    private final String enterprise;
    private final TenantDeclaration declared;

    TenantPiece(Registration registration, String enterprise, TenantDeclaration declared) {
        this.registration = registration;
        this.enterprise = enterprise;
        this.declared = declared;
    }

    @Override
    public Thing thing() {
        return new Thing(Thing.Kind.TENANT, Thing.CORE, declared.slug());
    }

    @Override
    public JsonNode wanted() {
        return shape(declared.profile(ANY, new EnterpriseId(1)));
    }

    /** Lists are compared as sets; that the order of languages or plugins changed is known by the digest. */
    @Override
    public Optional<String> hidden() {
        return Optional.of("order");
    }

    @Override
    public Optional<JsonNode> find() {
        return registration.tenants().stream()
                .filter(profile -> profile.tenant().slug().equals(declared.slug()))
                .findFirst()
                .map(TenantPiece::shape);
    }

    /** Without the numbers that the core gives; the same profile always has the same shape. */
    private static ObjectNode shape(TenantProfile profile) {
        ObjectNode shape = Definitions.read(Definitions.write(profile), ObjectNode.class);
        shape.remove("enterprise");
        if (shape.get("tenant") instanceof ObjectNode tenant) {
            tenant.remove("id");
            if (tenant.get("weekend") instanceof ArrayNode weekend) {
                tenant.set("weekend", sorted(weekend));
            }
        }
        return shape;
    }

    private static ArrayNode sorted(ArrayNode texts) {
        List<String> all = new ArrayList<>();
        texts.forEach(text -> all.add(text.asText()));
        ArrayNode sorted = texts.arrayNode();
        all.stream().sorted().forEach(sorted::add);
        return sorted;
    }

    @Override
    public void apply() {
        registration.register(enterprise, declared);
    }
}

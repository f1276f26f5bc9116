package org.mangrove.core.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.EnterpriseId;

/** An enterprise and its regions in the core's book. */
final class EnterprisePiece implements Piece {

    private static final EnterpriseId ANY = new EnterpriseId(1);

    private final Registration registration;
    private final EnterpriseDeclaration declared;

    EnterprisePiece(Registration registration, EnterpriseDeclaration declared) {
        this.registration = registration;
        this.declared = declared;
    }

    @Override
    public Thing thing() {
        return new Thing(Thing.Kind.ENTERPRISE, Thing.CORE, declared.slug());
    }

    @Override
    public JsonNode wanted() {
        ObjectNode wanted = shape(declared.withId(ANY));
        wanted.set("regions", Definitions.read(Definitions.write(declared.regions()), JsonNode.class));
        return wanted;
    }

    /** The book does not give its regions back; that they changed is known by the digest. */
    @Override
    public Optional<String> hidden() {
        return Optional.of("regions");
    }

    @Override
    public Optional<JsonNode> find() {
        return registration.enterprises().stream()
                .filter(enterprise -> enterprise.slug().equals(declared.slug()))
                .findFirst()
                .map(EnterprisePiece::shape)
                .map(there -> there.set("regions", wanted().path("regions")));
    }

    private static ObjectNode shape(Enterprise enterprise) {
        ObjectNode shape = Definitions.read(Definitions.write(enterprise), ObjectNode.class);
        shape.remove("id");
        return shape;
    }

    @Override
    public void apply() {
        registration.register(declared);
    }
}

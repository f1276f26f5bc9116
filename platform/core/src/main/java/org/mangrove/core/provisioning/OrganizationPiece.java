package org.mangrove.core.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.OrganizationDomainRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;

/** The organization of a tenant. Its name equals its alias, by which Keycloak cannot search. */
final class OrganizationPiece extends KeycloakPiece {

    private final List<String> domains;

    OrganizationPiece(Keycloak keycloak, String realm, String alias, List<String> domains) {
        super(keycloak, Thing.Kind.ORGANIZATION, realm, alias);
        this.domains = domains;
    }

    static Optional<OrganizationRepresentation> find(RealmResource realm, String alias) {
        return realm.organizations().search(alias, true, 0, 2).stream()
                .filter(organization -> alias.equals(organization.getAlias()))
                .findFirst();
    }

    @Override
    public JsonNode wanted() {
        return shape(thing().name(), true, domains);
    }

    @Override
    Optional<?> findThere() {
        return find(realm(), thing().name())
                .map(there -> shape(
                        there.getName(),
                        there.isEnabled(),
                        domainsOf(there).stream()
                                .map(OrganizationDomainRepresentation::getName)
                                .toList()));
    }

    private static Collection<OrganizationDomainRepresentation> domainsOf(OrganizationRepresentation organization) {
        return organization.getDomains() == null ? List.of() : organization.getDomains();
    }

    private static JsonNode shape(String name, boolean isEnabled, List<String> domains) {
        return json(Map.of("name", name, "enabled", isEnabled, "domains", domains));
    }

    @Override
    public void apply() {
        Optional<OrganizationRepresentation> found = find(realm(), thing().name());
        var organization = found.orElseGet(OrganizationRepresentation::new);
        organization.setName(thing().name());
        organization.setAlias(thing().name());
        organization.setEnabled(true);
        List.copyOf(domainsOf(organization)).stream()
                .filter(domain -> !domains.contains(domain.getName()))
                .forEach(organization::removeDomain);
        for (String name : domains) {
            if (organization.getDomain(name) == null) {
                organization.addDomain(new OrganizationDomainRepresentation(name));
            }
        }
        if (found.isPresent()) {
            must(realm().organizations().get(organization.getId()).update(organization), "change the organization");
        } else {
            must(realm().organizations().create(organization), "make the organization");
        }
    }
}

package org.mangrove.core.provisioning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.admin.client.Keycloak;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.identity.Account;
import org.mangrove.core.identity.CoreMemberships;
import org.mangrove.core.identity.Memberships;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.sdk.Message;

/**
 * Makes the invented people who let a visitor try every role, on one machine only. Doing it again changes what the file
 * changed and nothing else.
 */
@ApplicationScoped
public class DemonstrationAccounts {

    @Inject
    Configuration configuration;

    @Inject
    KeycloakConnection connection;

    @Inject
    Provisioning provisioning;

    @Inject
    Registration registration;

    @Inject
    Tenants tenants;

    @Inject
    Memberships memberships;

    @Inject
    CoreMemberships coreMemberships;

    /**
     * @param yaml as {@code accounts.yaml} of the demonstration explains it
     * @return how many people can sign in
     * @throws Refusal.NotAllowed if this is not one machine with nobody's data
     * @throws Refusal.Conflict if somebody belongs to a tenant or enterprise that is not there
     */
    public int make(String yaml) {
        if (!configuration.onOneMachine()) {
            throw new Refusal.NotAllowed(Message.of("provisioning.demonstration.is-off"));
        }
        List<DemonstrationPerson> people = DemonstrationPerson.readAll(yaml);
        registration.remember();
        var places = new Places(
                configuration.part() == Configuration.Part.ALL,
                bySlug(
                        configuration.part() == Configuration.Part.ALL ? registration.tenants() : tenants.all(),
                        tenant -> tenant.tenant().slug()),
                bySlug(configuration.servesCore() ? registration.enterprises() : List.of(), Enterprise::slug),
                configuration.part() == Configuration.Part.CORE ? Map.of() : companies());
        people.forEach(person -> make(person, places));
        return Math.toIntExact(people.stream().filter(places::hasSomethingFor).count());
    }

    private static <T> Map<String, T> bySlug(List<T> all, Function<T, String> slug) {
        return all.stream().collect(Collectors.toMap(slug, Function.identity()));
    }

    /**
     * Where people can belong to on this node.
     *
     * @param areAll whether there are no others on other nodes
     * @param companies by the realm that sends people to them
     */
    private record Places(
            boolean areAll,
            Map<String, TenantProfile> tenants,
            Map<String, Enterprise> enterprises,
            Map<String, StandInCompany> companies) {

        boolean hasSomethingFor(DemonstrationPerson person) {
            return areAll
                    || person.tenants().keySet().stream().anyMatch(tenants::containsKey)
                    || person.cores().keySet().stream().anyMatch(enterprises::containsKey);
        }

        /** Every realm that the person has an account in. */
        Set<String> realmsOf(DemonstrationPerson person) {
            var realms = new HashSet<String>();
            person.tenants()
                    .keySet()
                    .forEach(slug -> findTenant(person, slug)
                            .ifPresent(tenant -> realms.add(tenant.identity().realm())));
            person.cores()
                    .keySet()
                    .forEach(slug ->
                            findEnterprise(person, slug).ifPresent(enterprise -> realms.add(enterprise.homeRealm())));
            return realms;
        }

        Optional<TenantProfile> findTenant(DemonstrationPerson person, String slug) {
            return find(tenants, person, slug);
        }

        Optional<Enterprise> findEnterprise(DemonstrationPerson person, String slug) {
            return find(enterprises, person, slug);
        }

        /** @throws Refusal.Conflict if it is nowhere */
        private <T> Optional<T> find(Map<String, T> places, DemonstrationPerson person, String slug) {
            Optional<T> found = Optional.ofNullable(places.get(slug));
            if (areAll && found.isEmpty()) {
                throw new Refusal.Conflict(person.unknownPlace(slug));
            }
            return found;
        }
    }

    private Map<String, StandInCompany> companies() {
        var companies = new HashMap<String, StandInCompany>();
        if (provisioning.read(provisioning.folder()) instanceof Reading.Understood(TenantsConfig config)) {
            for (EnterpriseDeclaration enterprise : config.enterprises()) {
                for (TenantDeclaration tenant : enterprise.tenants()) {
                    tenant.providers().stream().filter(StandInCompany::plays).forEach(provider -> {
                        var company = StandInCompany.of(tenant, provider);
                        company.ensure(connection.keycloak(), provisioning.surroundings(), tenant);
                        companies.put(company.tenantRealm(), company);
                    });
                }
            }
        }
        return companies;
    }

    private void make(DemonstrationPerson person, Places places) {
        for (String realm : places.realmsOf(person)) {
            String account = makeAccount(
                    person, realm, Optional.ofNullable(places.companies().get(realm)));
            join(person, realm, account, places);
        }
        if (person.isOperator() && configuration.servesCore()) {
            makeAccount(person, configuration.find("mangrove.operator.realm").orElse("operators"), Optional.empty());
        }
    }

    private void join(DemonstrationPerson person, String realm, String account, Places places) {
        person.tenants()
                .forEach((slug, roles) -> places.findTenant(person, slug).ifPresent(tenant -> {
                    if (tenant.identity().realm().equals(realm)) {
                        new RealmAccounts(connection.keycloak().realm(realm))
                                .join(tenant.identity().organization(), account);
                        memberships.admit(
                                tenant.tenant().id(),
                                new Account(realm, account, person.name(), person.email()),
                                roles);
                    }
                }));
        person.cores()
                .forEach((slug, roles) -> places.findEnterprise(person, slug).ifPresent(enterprise -> {
                    if (enterprise.homeRealm().equals(realm)) {
                        String byline =
                                person.name().given() + " " + person.name().family();
                        coreMemberships.admit(enterprise.id(), realm, account, Optional.of(byline), roles);
                    }
                }));
    }

    private String makeAccount(DemonstrationPerson person, String realm, Optional<StandInCompany> company) {
        Keycloak keycloak = connection.keycloak();
        var accounts = new RealmAccounts(keycloak.realm(realm));
        if (company.isEmpty()) {
            String account = accounts.ensure(person, person.user());
            accounts.setPassword(account, password());
            return account;
        }
        String account = accounts.ensure(person, person.email());
        var theirs = new RealmAccounts(keycloak.realm(company.get().realm()));
        String theirAccount = theirs.ensure(person, person.user());
        theirs.setPassword(theirAccount, password());
        accounts.link(account, company.get().alias(), theirAccount, person.user());
        return account;
    }

    private String password() {
        return configuration.find("mangrove.demo.password").orElse("mangrove");
    }
}

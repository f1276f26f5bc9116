package org.mangrove.core.provisioning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.identity.ClientSecret;
import org.mangrove.core.publication.CellReports;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.sdk.Message;

/**
 * Reads what {@code tenants-config} says, tells what would change, and changes it: in Keycloak and in the core's database,
 * and through the feed in the cells.
 *
 * <p>Each node does what is its own: one of a cell the realms of its zone, one of the core the book. So whoever applies asks
 * a node of each cell first and one of the core last.
 *
 * <p>Nothing is deleted because a file is gone: closing a tenant is an act of its own.
 */
@ApplicationScoped
public class Provisioning {

    @Inject
    Configuration configuration;

    @Inject
    KeycloakConnection connection;

    @Inject
    Registration registration;

    @Inject
    StoredJournal journal;

    @Inject
    CellReports cells;

    @Inject
    Tenants tenants;

    private final ReentrantLock oneAtATime = new ReentrantLock();

    /**
     * What applying would do.
     *
     * @param notes what applying would not do, and somebody must know
     * @param before where an earlier run stopped, if it did
     */
    public record Plan(List<Change> changes, List<Message> notes, Optional<Journal.Interrupted> before) {

        public Plan {
            changes = List.copyOf(changes);
            notes = List.copyOf(notes);
        }
    }

    /** The folder that this node was given. */
    public Path folder() {
        return Path.of(configuration.must("mangrove.tenants-config"));
    }

    public Reading read(Path folder) {
        KnownPlugins plugins = configuration
                .find("mangrove.plugins")
                .map(Path::of)
                .map(KnownPlugins::in)
                .orElseGet(() -> new KnownPlugins(Map.of()));
        return TenantsConfigReader.read(folder, plugins, secrets());
    }

    /** @throws Refusal.Conflict if a tenant is to be where its people's data are not */
    public Plan plan(TenantsConfig config) {
        mustStay(config);
        try {
            Optional<Journal.Interrupted> before = oneAtATime.isLocked() ? Optional.empty() : journal.findInterrupted();
            return new Plan(work().plan(pieces(config)), notes(config), before);
        } catch (ProcessingException away) {
            throw keycloakIsAway();
        }
    }

    /** @throws Refusal.Conflict if this node is applying already, or a tenant is to be where its people's data are not */
    public Outcome apply(TenantsConfig config) {
        mustStay(config);
        if (!oneAtATime.tryLock()) {
            throw new Refusal.Conflict(Message.of("provisioning.apply.is-running"));
        }
        try {
            Outcome outcome = work().apply(pieces(config));
            if (outcome.done().stream()
                    .anyMatch(change -> change.thing().place().equals(Thing.CORE))) {
                registration.remember();
            }
            return outcome;
        } catch (ProcessingException away) {
            throw keycloakIsAway();
        } finally {
            oneAtATime.unlock();
        }
    }

    /**
     * A tenant keeps its cell and its enterprise for life: its people's rows lie in the one and below the other, and a file
     * cannot move them.
     */
    private void mustStay(TenantsConfig config) {
        Map<String, TenantProfile> there = Stream.concat(
                        tenants.all().stream(),
                        configuration.servesCore() ? registration.tenants().stream() : Stream.empty())
                .collect(Collectors.toMap(profile -> profile.tenant().slug(), profile -> profile, (one, same) -> one));
        for (EnterpriseDeclaration enterprise : config.enterprises()) {
            for (TenantDeclaration declared : enterprise.tenants()) {
                Optional.ofNullable(there.get(declared.slug()))
                        .ifPresent(profile -> mustStay(profile, enterprise.slug(), declared));
            }
        }
    }

    private void mustStay(TenantProfile there, String enterprise, TenantDeclaration declared) {
        Message moved = Message.of("provisioning.tenant.cannot-move")
                .with("file", enterprise + "/" + declared.slug() + ".yaml")
                .with("name", declared.slug());
        if (!there.cell().equals(declared.cell())) {
            throw new Refusal.Conflict(
                    moved.with("what", "cell").with("from", there.cell()).with("to", declared.cell()));
        }
        tenants.findEnterprise(there.enterprise())
                .filter(owner -> !owner.slug().equals(enterprise))
                .ifPresent(owner -> {
                    throw new Refusal.Conflict(moved.with("what", "enterprise")
                            .with("from", owner.slug())
                            .with("to", enterprise));
                });
    }

    /** Keycloak first: a tenant that is there can be signed in to. */
    private List<Piece> pieces(TenantsConfig config) {
        var pieces = new ArrayList<Piece>();
        if (configuration.part() != Configuration.Part.CORE) {
            pieces.addAll(KeycloakPieces.of(config, connection.keycloak(), surroundings(), realmsHere(config)));
        }
        if (!configuration.servesCore()) {
            return pieces;
        }
        for (EnterpriseDeclaration enterprise : config.enterprises()) {
            pieces.add(new EnterprisePiece(registration, enterprise));
            for (TenantDeclaration tenant : enterprise.tenants()) {
                pieces.add(new TenantPiece(registration, enterprise.slug(), tenant));
            }
        }
        return pieces;
    }

    /** The realms in the zones of this node's cells; where all runs in one node, all. */
    private Predicate<String> realmsHere(TenantsConfig config) {
        if (configuration.servesCore()) {
            return any -> true;
        }
        Set<String> realms = config.enterprises().stream()
                .flatMap(enterprise -> config.cells().stream()
                        .filter(cell -> configuration.cells().contains(cell.name()))
                        .map(cell -> enterprise.slug() + "-" + cell.zone()))
                .collect(Collectors.toSet());
        return realms::contains;
    }

    private List<Message> notes(TenantsConfig config) {
        var notes = new ArrayList<Message>();
        if (!configuration.servesCore()) {
            return notes;
        }
        Set<String> served = servedCells();
        config.cells().stream()
                .map(CellDeclaration::name)
                .filter(cell -> !served.contains(cell))
                .forEach(cell ->
                        notes.add(Message.of("provisioning.change.restart").with("cell", cell)));
        Set<String> declared = config.enterprises().stream()
                .flatMap(enterprise -> enterprise.tenants().stream())
                .map(TenantDeclaration::slug)
                .collect(Collectors.toSet());
        registration.tenants().stream()
                .map(tenant -> tenant.tenant().slug())
                .filter(slug -> !declared.contains(slug))
                .sorted()
                .forEach(slug ->
                        notes.add(Message.of("provisioning.change.left-alone").with("name", slug)));
        return notes;
    }

    /** Cells whose nodes have ever asked for the feed; where all runs in one node, the cells that it was given. */
    private Set<String> servedCells() {
        return configuration.part() == Configuration.Part.ALL
                ? Set.copyOf(configuration.cells())
                : cells.all().stream().map(CellReports.Report::cell).collect(Collectors.toSet());
    }

    private Refusal.Unavailable keycloakIsAway() {
        return new Refusal.Unavailable(Message.of("provisioning.keycloak.is-away")
                .with("address", configuration.must("mangrove.keycloak.url")));
    }

    private Work work() {
        return new Work(journal, wanted -> ClientSecret.derive(key(), "digest", wanted));
    }

    Surroundings surroundings() {
        return new Surroundings(
                configuration.url(),
                configuration.coreAddress(),
                URI.create(configuration.must("mangrove.keycloak.url")),
                key(),
                configuration.coreClientSecretKey(),
                secrets());
    }

    private Secrets secrets() {
        return new Secrets() {
            @Override
            public Optional<String> find(String name) {
                return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
            }

            /** On one machine, where nobody sets them, secrets of the demonstration's own companies are derived. */
            @Override
            public Optional<String> findForStandIn(String name) {
                return find(name)
                        .or(() -> configuration.onOneMachine()
                                ? Optional.of(ClientSecret.derive(key(), "environment", name))
                                : Optional.empty());
            }
        };
    }

    private String key() {
        return configuration.must("mangrove.client-secret-key");
    }
}

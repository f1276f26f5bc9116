package org.mangrove.core.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mangrove.core.database.AgainIfOvertaken;
import org.mangrove.core.events.Events;
import org.mangrove.core.records.store.StatementReferences;
import org.mangrove.core.records.store.StatementRows;
import org.mangrove.core.refusal.Refusal.Conflict;
import org.mangrove.core.xapi.XapiStatement;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.TenantId;

/** Writes statements and what follows from them in one transaction. */
@ApplicationScoped
class StatementWriting {

    /** An event names no more statements than this. */
    private static final int MOST_IN_AN_EVENT = 500;

    private static final int AT_ONCE = 200;

    @Inject
    StatementRows rows;

    @Inject
    StatementReferences references;

    @Inject
    IndexTerms terms;

    @Inject
    Activities activities;

    @Inject
    Events events;

    @Inject
    Sealing sealing;

    @Inject
    Contents contents;

    @Inject
    CellNodes nodes;

    /**
     * Stores statements of one cell, whosever they are, of which none is there yet.
     *
     * @throws RuntimeException if one of them is there already; then none is stored
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void storeNew(List<NewStatement> statements) {
        write(statements);
    }

    /**
     * Stores those of one request that are not there yet.
     *
     * @throws Conflict if the id of one of them is another statement's
     */
    @AgainIfOvertaken
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void storeAlone(List<NewStatement> statements) {
        var missing = new ArrayList<NewStatement>();
        for (List<NewStatement> some : inParts(statements, AT_ONCE)) {
            missing.addAll(withoutThoseThere(some));
        }
        for (List<NewStatement> some : inParts(missing, AT_ONCE)) {
            write(some);
        }
    }

    /** In the transaction that is under way. If it fails, what this node remembers may not be so any more. */
    void write(List<NewStatement> statements) {
        try {
            writeAll(statements);
        } catch (RuntimeException failed) {
            sealing.doubt(statements.stream().map(NewStatement::tenant).collect(Collectors.toSet()));
            throw failed;
        }
    }

    private void writeAll(List<NewStatement> statements) {
        Sealing.Sealed sealed = sealing.seal(statements);
        rows.add(statements, sealed.parts());
        references.settle(statements, terms.verb(XapiStatement.VOIDED));
        var stored = new ArrayList<Events.Happened>();
        byTenant(statements).forEach((tenant, those) -> {
            activities.remember(
                    tenant,
                    those.stream().flatMap(each -> each.definitions().stream()).toList());
            List<UUID> positions = those.stream().map(NewStatement::position).toList();
            for (List<UUID> some : inParts(positions, MOST_IN_AN_EVENT)) {
                stored.add(new Events.Happened(tenant, new StatementsStored(some)));
            }
        });
        events.publish(stored);
        sealing.mustStand(sealed);
        contents.mustBeThere(statements);
        nodes.mustStand(statements);
    }

    private List<NewStatement> withoutThoseThere(List<NewStatement> statements) {
        TenantId tenant = statements.getFirst().tenant();
        Map<UUID, StoredStatement> taken =
                taken(tenant, statements.stream().map(NewStatement::id).toList());
        var missing = new ArrayList<NewStatement>();
        for (NewStatement statement : statements) {
            StoredStatement there = taken.get(statement.id());
            if (there == null) {
                missing.add(statement);
            } else if (!SameStatement.is(there.json(), statement.json())) {
                throw new Conflict(Message.of("records.statement.id-taken")
                        .with("id", statement.id().toString()));
            }
        }
        return missing;
    }

    private Map<UUID, StoredStatement> taken(TenantId tenant, List<UUID> ids) {
        List<StatementRows.Taken> found = rows.taken(tenant, ids);
        List<StoredStatement> opened = sealing.open(
                tenant, found.stream().map(StatementRows.Taken::statement).toList());
        var taken = new HashMap<UUID, StoredStatement>();
        for (int i = 0; i < found.size(); i++) {
            taken.put(found.get(i).id(), opened.get(i));
        }
        return taken;
    }

    /** In the order of their numbers, in which rows of tenants are locked. */
    private static Map<TenantId, List<NewStatement>> byTenant(List<NewStatement> statements) {
        var byTenant = new TreeMap<TenantId, List<NewStatement>>(Comparator.comparing(TenantId::number));
        for (NewStatement statement : statements) {
            byTenant.computeIfAbsent(statement.tenant(), first -> new ArrayList<>())
                    .add(statement);
        }
        return byTenant;
    }

    private static <T> List<List<T>> inParts(List<T> all, int size) {
        var parts = new ArrayList<List<T>>();
        for (int from = 0; from < all.size(); from += size) {
            parts.add(all.subList(from, Math.min(all.size(), from + size)));
        }
        return parts;
    }
}

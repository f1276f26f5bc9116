package org.mangrove.core.records;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.credentials.XapiCaller;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.records.NewStatement.Attachment;
import org.mangrove.core.records.store.AttachmentRows;
import org.mangrove.core.records.store.PersonRows;
import org.mangrove.core.records.store.StatementRows;
import org.mangrove.core.records.store.StatementSearch;
import org.mangrove.core.sources.Sources;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.xapi.Limits;
import org.mangrove.core.xapi.StatementReader;
import org.mangrove.core.xapi.XapiVersion;
import org.mangrove.sdk.TenantId;

/** Keeps what people did, and hands it out. */
@ApplicationScoped
public class Statements {

    private static final StatementReader OWN = new StatementReader(XapiVersion.V2_0_0, Limits.usual());

    @Inject
    Intake intake;

    @Inject
    StatementWriters writers;

    @Inject
    StatementWriting writing;

    @Inject
    StatementRows rows;

    @Inject
    StatementSearch search;

    @Inject
    AttachmentRows attachments;

    @Inject
    Unfinished unfinished;

    @Inject
    CellNodes nodes;

    @Inject
    Cells cells;

    @Inject
    Sources sources;

    @Inject
    Sealing sealing;

    @Inject
    OwnAccounts accounts;

    @Inject
    PersonRows people;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    /** Stores a statement in the transaction that is under way, so that it is kept if and only if what it tells of is. @return its id */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID record(TenantProfile tenant, Statement statement) {
        return record(tenant, statement, false);
    }

    /** The same of what a law demands to be kept, if the tenant's register has a purpose of that kind. */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID recordEvidence(TenantProfile tenant, Statement statement) {
        return record(tenant, statement, OwnEvidence.purpose(tenant).isPresent());
    }

    private UUID record(TenantProfile tenant, Statement statement, boolean evidence) {
        UUID id = Uuids.next();
        var json = new StatementJson(home(tenant));
        endWithTransaction(unfinished.begin());
        writing.write(List.of(intake.take(
                json.caller(tenant, evidence), id, OWN.read(json.write(statement)), XapiVersion.V2_0_0, List.of())));
        return id;
    }

    /** Begins to take what another system has sent. The caller has read all of it by now: this must not wait for anybody. */
    public StatementBatch begin(XapiCaller caller, XapiVersion version) {
        return new StatementBatch(this, caller, version, unfinished.begin());
    }

    /** A statement that has not been voided. */
    public Optional<StoredStatement> find(TenantId tenant, UUID id) {
        return find(tenant, id, false, Optional.empty());
    }

    /**
     * @param voided whether one is asked for that has been taken back; else one that has not
     * @param source the only one from which it may have come, if there is only one
     */
    public Optional<StoredStatement> find(TenantId tenant, UUID id, boolean voided, Optional<UUID> source) {
        return cells.reading(() -> rows.find(tenant, id, voided, source)
                .map(found -> sealing.open(tenant, List.of(found)).getFirst()));
    }

    /** Those of the statements at these positions that are there, voided ones too, in the order of storing. */
    @Transactional
    public List<StoredStatement> at(TenantId tenant, Collection<UUID> positions) {
        return sealing.open(tenant, rows.at(tenant, positions));
    }

    /** What lies behind a position, voided ones too, in the order of storing: at most so many. */
    @Transactional
    public List<StoredStatement> after(TenantId tenant, UUID position, int most) {
        return sealing.open(tenant, rows.after(tenant, position, most));
    }

    /**
     * At most so many statements. Whoever goes on behind the last one misses none and sees none twice, whatever is stored
     * meanwhile.
     */
    public StatementPage page(TenantId tenant, StatementFilter filter, int most) {
        StatementFilter asked = filter.ascending() ? settled(tenant, filter) : filter;
        return cells.reading(() -> {
            Opening opening = sealing.opening(tenant);
            StatementSearch.Found found = search.page(tenant, asked, most, opening::arrived);
            return new StatementPage(opening.all(found.statements()), found.last());
        });
    }

    /** Whether somebody stands in any statement, voided ones too. @param term of the person */
    @Transactional
    public boolean speakOf(TenantId tenant, UUID term) {
        return people.isFound(tenant, term);
    }

    /** What came with statements that were found, each content once. */
    @Transactional
    public List<Attachment> attachments(TenantId tenant, List<StoredStatement> found) {
        return attachments.of(
                tenant, found.stream().map(StoredStatement::position).toList());
    }

    /** All that was stored before can be read, whichever node of which cell of this node's has stored it. */
    public Instant consistentThrough() {
        return nodes.consistentThrough();
    }

    /** The address that the accounts and the activities of a tenant are named by. */
    public String home(TenantProfile tenant) {
        return accounts.home(tenant);
    }

    /** What comes after something unfinished is not shown yet: whoever goes on behind it would miss that. */
    private StatementFilter settled(TenantId tenant, StatementFilter filter) {
        Instant through = nodes.consistentThrough(cells.cellOf(tenant)).minusMillis(1);
        return filter.until().filter(until -> until.isBefore(through)).isPresent() ? filter : filter.until(through);
    }

    private void endWithTransaction(Object writing) {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // it lasts until the commit is over
            }

            @Override
            public void afterCompletion(int status) {
                unfinished.end(writing);
            }
        });
    }
}

package org.mangrove.core.forwarding;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.credentials.Credentials;
import org.mangrove.core.credentials.SystemGates;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.forwarding.ForwarderState.Kind;
import org.mangrove.core.forwarding.SetAside.Reason;
import org.mangrove.core.forwarding.store.ForwarderRow;
import org.mangrove.core.forwarding.store.ForwarderStore;
import org.mangrove.core.forwarding.store.PortionRows;
import org.mangrove.core.forwarding.store.SetAsideRows;
import org.mangrove.core.forwarding.store.SetAsideRows.Aside;
import org.mangrove.core.forwarding.store.StandingRows;
import org.mangrove.core.forwarding.store.StandingRows.Standing;
import org.mangrove.core.records.Positions;
import org.mangrove.core.records.StatementFilter;
import org.mangrove.core.records.Statements;
import org.mangrove.core.records.StoredStatement;
import org.mangrove.core.refusal.Refusal.Conflict;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.core.refusal.Refusal.NotFound;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.TenantId;

/** What goes from a tenant's record store to others, and how it goes. */
@ApplicationScoped
public class Forwarders {

    static final int MOST = 20;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_ADDRESS = 500;
    private static final int LONGEST_LOGIN = 1000;
    private static final int MOST_IRIS = 200;
    private static final int LOOKED_THROUGH = 200;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    @Inject
    ForwarderStore store;

    @Inject
    StandingRows standings;

    @Inject
    PortionRows portions;

    @Inject
    SetAsideRows asides;

    @Inject
    Statements statements;

    @Inject
    Credentials credentials;

    @Inject
    SystemGates gates;

    @Inject
    AllowedPlaces places;

    @Inject
    SealedText sealed;

    @Inject
    Clock clock;

    /** A forwarder and how it is doing. */
    public record Entry(Forwarder forwarder, ForwarderState state) {}

    /** Those that were not removed, by their titles. */
    @Transactional
    public List<Entry> open(TenantId tenant) {
        Map<UUID, Long> waiting = portions.waiting(tenant);
        Map<UUID, Long> aside = asides.counts(tenant);
        List<Standing> all = standings.all(tenant);
        return store.open(tenant).stream()
                .flatMap(row -> all.stream()
                        .filter(standing -> standing.id().equals(row.id()))
                        .map(standing -> new Entry(
                                forwarder(row),
                                state(standing, waiting.getOrDefault(row.id(), 0L), aside.getOrDefault(row.id(), 0L)))))
                .toList();
    }

    /** @throws NotFound if it is not there, or was removed */
    @Transactional
    public Entry must(TenantId tenant, UUID id) {
        return open(tenant).stream()
                .filter(entry -> entry.forwarder().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound(Message.of("forwarding.forwarder.not-found")));
    }

    /**
     * Begins to send.
     *
     * @param by somebody of the tenant; empty for an operator
     * @param since what was stored then or later is sent; empty for what is stored from now on
     * @throws Invalid if something in it makes no sense, or the address may not be sent to
     */
    @Transactional
    public UUID create(
            TenantProfile tenant, Optional<UUID> by, ForwarderTerms terms, TargetLogin login, Optional<Instant> since) {
        mustMakeSense(tenant, terms, login);
        if (by.isPresent() || !terms.component().isEmpty()) {
            mustBeKnown(tenant, terms);
        }
        TenantId id = tenant.tenant().id();
        if (store.open(id).size() >= MOST) {
            throw new Conflict(Message.of("forwarding.forwarder.too-many").with("most", MOST));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID forwarder = Uuids.next();
        store.add(new ForwarderRow(
                id,
                forwarder,
                terms.title(),
                Definitions.write(terms),
                login.isNone() ? "" : sealed.close(id, forwarder, login.written()),
                by,
                now));
        store.flush(id);
        Instant begins = since.orElse(now).truncatedTo(ChronoUnit.MILLIS);
        standings.add(id, forwarder, begins, lastBefore(begins), now);
        return forwarder;
    }

    /** @param login empty to leave it as it is */
    @Transactional
    public void change(TenantProfile tenant, UUID id, ForwarderTerms terms, Optional<TargetLogin> login) {
        mustMakeSense(tenant, terms, login.orElse(TargetLogin.NONE));
        ForwarderRow row = row(tenant.tenant().id(), id);
        if (!forwarder(row).terms().component().equals(terms.component())) {
            mustBeKnown(tenant, terms);
        }
        row.say(terms.title(), Definitions.write(terms));
        login.ifPresent(changed -> row.signInWith(
                changed.isNone() ? "" : sealed.close(tenant.tenant().id(), id, changed.written())));
    }

    @Transactional
    public void pause(TenantId tenant, UUID id) {
        row(tenant, id);
        standings.become(tenant, id, StandingRows.PAUSED, Optional.empty());
    }

    /** Also tries again at once what waits after a failure. */
    @Transactional
    public void resume(TenantId tenant, UUID id) {
        row(tenant, id);
        standings.become(tenant, id, StandingRows.RUNNING, Optional.of(clock.instant()));
    }

    /**
     * It gets nothing any more. What is known of whom it was told stays, so that they can be forgotten there. Once more does no
     * harm.
     *
     * @return its title
     */
    @Transactional
    public String remove(TenantId tenant, UUID id) {
        ForwarderRow row =
                store.find(tenant, id).orElseThrow(() -> new NotFound(Message.of("forwarding.forwarder.not-found")));
        row.remove(clock.instant().truncatedTo(ChronoUnit.MICROS));
        standings.remove(tenant, id);
        portions.removeAll(tenant, id);
        asides.removeAll(tenant, id);
        return forwarder(row).terms().title();
    }

    /** Sends what was stored then or later once more. What arrived already is the same there. */
    @Transactional
    public void replay(TenantId tenant, UUID id, Instant from) {
        row(tenant, id);
        if (from.isAfter(clock.instant())) {
            throw new Invalid("from", Message.of("forwarding.replay.in-the-future"));
        }
        standings.replay(tenant, id, from, lastBefore(from), clock.instant());
    }

    /** Statements that could not be sent, behind a position, in the order of storing. */
    @Transactional
    public List<SetAside> setAside(TenantId tenant, UUID id, Optional<UUID> behind, int most) {
        row(tenant, id);
        return asides.page(tenant, id, behind.orElse(BEFORE_ALL), most).stream()
                .map(Forwarders::setAside)
                .toList();
    }

    /**
     * They go first.
     *
     * @param position one of them; empty for so many as are sent again at once
     * @return how many
     */
    @Transactional
    public int sendAgain(TenantId tenant, UUID id, Optional<UUID> position, int most) {
        row(tenant, id);
        Instant now = clock.instant();
        standings.wake(tenant, id, now);
        List<UUID> again = position
                .map(List::of)
                .orElseGet(() -> asides.page(tenant, id, BEFORE_ALL, most).stream()
                        .map(Aside::position)
                        .toList())
                .stream()
                .filter(each -> asides.remove(tenant, id, each))
                .toList();
        portions.add(tenant, id, -ChronoUnit.MICROS.between(Instant.EPOCH, now), again);
        return again.size();
    }

    /** They are not shown any more, and not sent. */
    @Transactional
    public boolean drop(TenantId tenant, UUID id, UUID position) {
        row(tenant, id);
        return asides.remove(tenant, id, position);
    }

    /** A statement of the tenant as it is, and as it would be sent. */
    public record Preview(ObjectNode stored, Optional<ObjectNode> sent, Optional<Message> wrong, String place) {}

    /**
     * The latest statement that the filter wants, among the latest ones.
     *
     * @throws Invalid if the template is none
     */
    @Transactional
    public Optional<Preview> preview(TenantProfile tenant, ForwarderTerms terms) {
        ForwardingFilter filter = PurposeFilter.of(tenant, terms, credentials.all(tenant));
        var outgoing = new OutgoingStatements(terms.with(filter), statements.home(tenant));
        return statements.page(tenant.tenant().id(), StatementFilter.ALL, LOOKED_THROUGH).statements().stream()
                .filter(outgoing::wants)
                .findFirst()
                .map(stored -> preview(outgoing, stored));
    }

    private static Preview preview(OutgoingStatements outgoing, StoredStatement stored) {
        ObjectNode json = OutgoingStatements.json(stored);
        try {
            return new Preview(json, Optional.of(outgoing.preview(stored)), Optional.empty(), "");
        } catch (Invalid wrong) {
            return new Preview(
                    json,
                    Optional.empty(),
                    Optional.of(wrong.reason()),
                    wrong.place().orElse(""));
        }
    }

    private void mustMakeSense(TenantProfile tenant, ForwarderTerms terms, TargetLogin login) {
        mustSay(terms.title(), LONGEST_TITLE, "title");
        mustSay(terms.recipient(), LONGEST_TITLE, "recipient");
        mustSay(terms.ground(), LONGEST_TEXT, "ground");
        mustBeAllowed(terms.endpoint(), "endpoint");
        terms.erasure().ifPresent(address -> mustBeAllowed(address, "erasure"));
        if (!ForwardingCountries.ALL.contains(terms.country())) {
            throw new Invalid("country", Message.of("forwarding.forwarder.no-country"));
        }
        if (tenant.purposes().stream().noneMatch(purpose -> purpose.key().equals(terms.purpose()))) {
            throw new Invalid("purpose", Message.of("forwarding.forwarder.no-purpose"));
        }
        if (terms.filter().verbs().size() > MOST_IRIS
                || terms.filter().activities().size() > MOST_IRIS) {
            throw new Invalid(
                    "verbs", Message.of("forwarding.forwarder.too-many-iris").with("most", MOST_IRIS));
        }
        String user = login.user();
        if (user.length() > LONGEST_LOGIN
                || login.secret().length() > LONGEST_LOGIN
                || user.matches("(?s).*[:\\p{Cntrl}].*")) {
            throw new Invalid("user", Message.of("forwarding.forwarder.no-login"));
        }
        StatementTemplate.read(terms.template());
    }

    private void mustBeKnown(TenantProfile tenant, ForwarderTerms terms) {
        gates.objectionToNew(tenant, terms.component()).ifPresent(objection -> {
            throw new Invalid("component", objection);
        });
    }

    private static void mustSay(String text, int longest, String place) {
        if (text.isBlank() || text.length() > longest) {
            throw new Invalid(
                    place, Message.of("forwarding.forwarder.say-something").with("most", longest));
        }
    }

    private void mustBeAllowed(URI address, String place) {
        if (address.toString().length() > LONGEST_ADDRESS) {
            throw new Invalid(place, Message.of("forwarding.address.no-address"));
        }
        places.objectionTo(address).ifPresent(objection -> {
            throw new Invalid(
                    place,
                    Message.of("forwarding.address."
                            + switch (objection) {
                                case NO_ADDRESS -> "no-address";
                                case NOT_HTTPS -> "not-https";
                                case UNKNOWN_HOST -> "unknown-host";
                                case PRIVATE -> "private";
                            }));
        });
    }

    /** The position behind which everything lies that was stored then or later. */
    private static UUID lastBefore(Instant time) {
        return Positions.lastOf(time.minusMillis(1));
    }

    private ForwarderRow row(TenantId tenant, UUID id) {
        return store.find(tenant, id)
                .filter(row -> row.removedAt().isEmpty())
                .orElseThrow(() -> new NotFound(Message.of("forwarding.forwarder.not-found")));
    }

    private static Forwarder forwarder(ForwarderRow row) {
        return new Forwarder(
                row.id(),
                Definitions.read(row.terms(), ForwarderTerms.class),
                !row.login().isEmpty(),
                row.createdBy(),
                row.createdAt(),
                row.removedAt());
    }

    private static SetAside setAside(Aside row) {
        Reason reason = Reason.valueOf(row.reason());
        Optional<SetAside.Wrong> wrong = Optional.of(row.told())
                .filter(told -> reason == Reason.NO_STATEMENT && !told.isEmpty())
                .map(told -> Definitions.read(told, SetAside.Wrong.class));
        return new SetAside(
                row.position(),
                row.statement(),
                reason,
                row.status(),
                wrong.map(SetAside.Wrong::place).orElse(""),
                wrong.map(SetAside.Wrong::rule),
                wrong.isPresent() ? "" : row.told(),
                row.at());
    }

    private ForwarderState state(Standing row, long waiting, long aside) {
        Optional<Trouble> trouble = row.trouble().map(Trouble::valueOf);
        boolean waits = trouble.isPresent() && row.failures() > 0;
        Kind kind = switch (row.state()) {
            case StandingRows.PAUSED -> Kind.PAUSED;
            case StandingRows.TURNED_AWAY -> Kind.TURNED_AWAY;
            default -> {
                if (waits) {
                    yield Kind.WAITING;
                }
                yield waiting > 0 || row.replayPosition().isPresent() ? Kind.BEHIND : Kind.UP_TO_DATE;
            }
        };
        return new ForwarderState(
                kind,
                waiting,
                row.nextAt().filter(next -> kind == Kind.WAITING),
                trouble,
                row.troubleStatus(),
                row.troubleAt(),
                row.lastSentAt(),
                row.sent(),
                row.repeated(),
                row.leftOut(),
                aside,
                row.beginsAt(),
                replay(row));
    }

    private Optional<ForwarderState.Replay> replay(Standing row) {
        return row.replayFrom()
                .flatMap(from -> row.replayPosition()
                        .map(at -> new ForwarderState.Replay(
                                Positions.time(from),
                                Positions.time(at),
                                row.replayThrough().map(Positions::time).orElseGet(clock::instant))));
    }
}

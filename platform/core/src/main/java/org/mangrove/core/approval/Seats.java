package org.mangrove.core.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mangrove.core.approval.store.SeatRow;
import org.mangrove.core.approval.store.SeatStore;
import org.mangrove.core.governance.Decided;
import org.mangrove.core.governance.DecisionKind;
import org.mangrove.core.governance.DecisionLog;
import org.mangrove.core.governance.DecisionRights;
import org.mangrove.core.governance.Lane;
import org.mangrove.core.identity.CoreMember;
import org.mangrove.core.identity.CoreMemberships;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantRegister;
import org.mangrove.sdk.Message;

/** Who sits in which lane, and in whose place. */
@ApplicationScoped
public class Seats {

    /** Whoever lends a seat says at least once a year that they still do. */
    public static final int LONGEST_LOAN_IN_DAYS = 366;

    /** What seats are called in the log: they are about a lane, not about an asset. */
    public static final String TYPE = "lane";

    private static final int MOST = 1_000;
    private static final int LONGEST_IN_YEARS = 10;

    @Inject
    SeatStore store;

    @Inject
    CoreMemberships members;

    @Inject
    TenantRegister register;

    @Inject
    DecisionLog decisions;

    @Inject
    Clock clock;

    @Transactional
    public Seating of(EnterpriseId enterprise) {
        return new Seating(
                store.holding(enterprise, today(), MOST).stream()
                        .map(SeatRow::seat)
                        .toList(),
                today());
    }

    /**
     * @param by a governor
     * @param space the only one for which the seat counts; empty for the whole enterprise
     * @throws Refusal.Invalid if there is no such member or space, or the day is over
     * @throws Refusal.Conflict if they sit there already, or there are too many
     */
    @Transactional
    public UUID give(
            EnterpriseId enterprise,
            UUID by,
            Lane lane,
            Optional<String> space,
            UUID actor,
            Optional<LocalDate> lastDay) {
        mustBeMember(enterprise, actor);
        if (space.filter(slug -> !spaces(enterprise).contains(slug)).isPresent()) {
            throw new Refusal.Invalid("space", Message.of("approval.seat.no-such-space"));
        }
        if (lastDay.filter(day -> day.isBefore(today()) || day.isAfter(today().plusYears(LONGEST_IN_YEARS)))
                .isPresent()) {
            throw new Refusal.Invalid(
                    "lastDay", Message.of("approval.seat.no-such-day").with("years", LONGEST_IN_YEARS));
        }
        Seating seating = of(enterprise);
        if (seating.own(actor, lane, space).isPresent()) {
            throw new Refusal.Conflict(Message.of("approval.seat.sits-there"));
        }
        return add(
                enterprise,
                seating,
                new SeatRow(enterprise, lane, space, actor, Optional.empty(), by, lastDay, now()),
                DecisionKind.SEAT_GIVEN);
    }

    /**
     * Lets another agree in one's place as well, until a day.
     *
     * @param seat one of their own: what was lent to them they cannot lend
     */
    @Transactional
    public UUID lend(EnterpriseId enterprise, UUID by, UUID seat, UUID to, LocalDate lastDay) {
        Seating seating = of(enterprise);
        Seat own = seating.lendable(by).stream()
                .filter(each -> each.id().equals(seat))
                .findFirst()
                .orElseThrow(() -> new Refusal.Invalid("seat", Message.of("approval.seat.not-yours")));
        mustBeMember(enterprise, to);
        if (to.equals(by)) {
            throw new Refusal.Invalid("actor", Message.of("approval.seat.to-oneself"));
        }
        if (lastDay.isBefore(today()) || lastDay.isAfter(today().plusDays(LONGEST_LOAN_IN_DAYS))) {
            throw noLoan();
        }
        return add(
                enterprise,
                seating,
                new SeatRow(enterprise, own.lane(), own.space(), to, Optional.of(by), by, Optional.of(lastDay), now()),
                DecisionKind.SEAT_LENT);
    }

    /** A loan without a day on which it ends. */
    public static Refusal.Invalid noLoan() {
        return new Refusal.Invalid(
                "until", Message.of("approval.seat.no-such-loan").with("most", LONGEST_LOAN_IN_DAYS));
    }

    /**
     * A governor ends any seat; who has lent one or sits in it ends that. Once more does no harm.
     *
     * @throws Refusal.NotFound if there is none that they may end
     */
    @Transactional
    public void end(EnterpriseId enterprise, UUID by, boolean mayAssign, UUID id) {
        SeatRow row = store.find(enterprise, id).orElseThrow(Seats::notFound);
        Seat seat = row.seat();
        if (!mayAssign
                && !seat.actor().equals(by)
                && seat.lentBy().filter(by::equals).isEmpty()) {
            throw notFound();
        }
        if (seat.endedAt().isEmpty()) {
            row.end(by, now());
            decisions.record(enterprise, decided(DecisionKind.SEAT_ENDED, seat), by, "");
        }
    }

    /** The slugs of GLOBAL, the regions and the markets. */
    public List<String> spaces(EnterpriseId enterprise) {
        List<TenantProfile> tenants = register.tenantsOf(enterprise);
        return Stream.of(
                        Stream.of(DecisionRights.GLOBAL),
                        tenants.stream().flatMap(tenant -> tenant.region().stream()),
                        tenants.stream().map(tenant -> tenant.tenant().slug()))
                .flatMap(each -> each)
                .distinct()
                .toList();
    }

    /** The public names of all members, as far as they have one. */
    public Map<UUID, String> names(EnterpriseId enterprise) {
        var names = new HashMap<UUID, String>();
        members.all(enterprise).forEach(member -> member.byline().ifPresent(name -> names.put(member.actor(), name)));
        return names;
    }

    public List<CoreMember> members(EnterpriseId enterprise) {
        return members.all(enterprise);
    }

    private UUID add(EnterpriseId enterprise, Seating seating, SeatRow row, DecisionKind kind) {
        if (seating.seats().size() >= MOST) {
            throw new Refusal.Conflict(Message.of("approval.seat.too-many").with("most", MOST));
        }
        store.add(row);
        decisions.record(enterprise, decided(kind, row.seat()), row.seat().givenBy(), "");
        return row.id();
    }

    /** Who sits there is in no entry, since nothing of it can ever be taken out: the seat's id leads to it. */
    private static Decided decided(DecisionKind kind, Seat seat) {
        var details = new HashMap<String, String>();
        details.put("seat", seat.id().toString());
        details.put("lane", seat.lane().word());
        seat.space().ifPresent(space -> details.put("space", space));
        seat.lastDay().ifPresent(day -> details.put("lastDay", day.toString()));
        return new Decided(kind, TYPE, seat.lane().word(), List.of(), details, "");
    }

    private void mustBeMember(EnterpriseId enterprise, UUID actor) {
        if (members.roles(enterprise, actor).isEmpty()) {
            throw new Refusal.Invalid("actor", Message.of("approval.seat.no-such-member"));
        }
    }

    private static Refusal.NotFound notFound() {
        return new Refusal.NotFound(Message.of("approval.seat.not-found"));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

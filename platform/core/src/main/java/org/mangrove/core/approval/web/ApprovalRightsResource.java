package org.mangrove.core.approval.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.approval.Seat;
import org.mangrove.core.approval.Seating;
import org.mangrove.core.approval.Seats;
import org.mangrove.core.governance.Act;
import org.mangrove.core.governance.DecisionRights;
import org.mangrove.core.governance.Lane;
import org.mangrove.core.governance.RightsBook;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.CoreMember;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.pages.Flash;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.pages.TypedForm;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.sdk.Message;

/** Who may do what, who sits in which lane, and in whose place. */
@Path("approvals/rights")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class ApprovalRightsResource {

    private static final String PLACE = ApprovalsResource.PLACE + "/rights";
    private static final int LONGEST_TEXT = 200;

    /**
     * @param own the reader's seats, which they may lend
     * @param seat what somebody has written who wants to give a seat
     * @param loan what somebody has written who wants to lend one
     */
    public record RightsPage(
            DecisionRights rights,
            Seating seating,
            List<CoreMember> members,
            List<String> spaces,
            List<Seat> own,
            UUID reader,
            boolean mayAssign,
            People people,
            TypedForm seat,
            TypedForm loan) {

        /** What holds for masters, and what spaces say themselves. */
        public List<Act> acts() {
            return List.of(Act.values());
        }

        public List<Lane> lanes() {
            return List.of(Lane.values());
        }

        public List<Seat> holding(Lane lane) {
            return seating.seats().stream().filter(one -> one.lane() == lane).toList();
        }

        public boolean mayEnd(Seat one) {
            return mayAssign
                    || one.actor().equals(reader)
                    || one.lentBy().filter(reader::equals).isPresent();
        }

        /** A rule with the space that has it. */
        public record Placed(String space, DecisionRights.Rule rule) {}

        public List<Placed> rules() {
            return rights.spaces().entrySet().stream()
                    .flatMap(space -> space.getValue().rules().stream().map(rule -> new Placed(space.getKey(), rule)))
                    .toList();
        }

        public String shown(CoreMember member) {
            return people.name(member.actor());
        }
    }

    @Inject
    CurrentRequest request;

    @Inject
    Seats seats;

    @Inject
    RightsBook rights;

    @GET
    public Page show() {
        return page(request.coreCaller(), TypedForm.NOTHING, TypedForm.NOTHING);
    }

    @POST
    @Path("seats")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response give(MultivaluedMap<String, String> form) {
        CoreCaller caller = request.coreCaller();
        rights.mustMay(caller, DecisionRights.GLOBAL, Act.ASSIGN);
        TypedForm typed = TypedForm.of(form, LONGEST_TEXT);
        try {
            seats.give(
                    caller.enterprise().id(),
                    caller.actor(),
                    Lane.find(typed.value("lane"))
                            .orElseThrow(() -> new Refusal.Invalid("lane", Message.of("approval.seat.no-such-lane"))),
                    Optional.of(typed.value("space")).filter(space -> !space.isEmpty()),
                    member(typed.value("actor")),
                    Optional.of(typed.value("lastDay"))
                            .filter(day -> !day.isEmpty())
                            .map(day -> day(day).orElseThrow(() -> new Refusal.Invalid(
                                    "lastDay",
                                    Message.of("approval.seat.no-such-day").with("years", 10)))));
            return answer("approval.seat.given");
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return again(refused, page(caller, typed.with(refused), TypedForm.NOTHING));
        }
    }

    @POST
    @Path("loans")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response lend(MultivaluedMap<String, String> form) {
        CoreCaller caller = request.coreCaller();
        TypedForm typed = TypedForm.of(form, LONGEST_TEXT);
        try {
            seats.lend(
                    caller.enterprise().id(),
                    caller.actor(),
                    uuid(typed.value("seat"))
                            .orElseThrow(() -> new Refusal.Invalid("seat", Message.of("approval.seat.not-yours"))),
                    member(typed.value("actor")),
                    day(typed.value("until")).orElseThrow(Seats::noLoan));
            return answer("approval.seat.lent");
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return again(refused, page(caller, TypedForm.NOTHING, typed.with(refused)));
        }
    }

    @POST
    @Path("seats/{seat}/ending")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response end(@PathParam("seat") String seat) {
        CoreCaller caller = request.coreCaller();
        seats.end(
                caller.enterprise().id(),
                caller.actor(),
                rights.may(caller, DecisionRights.GLOBAL, Act.ASSIGN),
                uuid(seat).orElseThrow(() -> new Refusal.NotFound(Message.of("approval.seat.not-found"))));
        return answer("approval.seat.ended");
    }

    private Page page(CoreCaller caller, TypedForm seat, TypedForm loan) {
        EnterpriseId enterprise = caller.enterprise().id();
        Seating seating = seats.of(enterprise);
        return Page.of(
                "approval/rights",
                new RightsPage(
                        rights.of(enterprise),
                        seating,
                        seats.members(enterprise),
                        seats.spaces(enterprise),
                        seating.lendable(caller.actor()),
                        caller.actor(),
                        rights.may(caller, DecisionRights.GLOBAL, Act.ASSIGN),
                        new People(seats.names(enterprise)),
                        seat,
                        loan));
    }

    private static UUID member(String id) {
        return uuid(id).orElseThrow(() -> new Refusal.Invalid("actor", Message.of("approval.seat.no-such-member")));
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private Response answer(String said) {
        return new Flash(Tone.SUCCESS, Message.of(said)).shownAt(request.address(), PLACE);
    }

    private static Response again(Refusal refused, Page page) {
        return Response.status(
                        refused instanceof Refusal.Conflict ? Response.Status.CONFLICT : Response.Status.BAD_REQUEST)
                .entity(page)
                .build();
    }
}

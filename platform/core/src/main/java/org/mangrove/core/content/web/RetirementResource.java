package org.mangrove.core.content.web;

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
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mangrove.core.content.Masters;
import org.mangrove.core.content.Retirement;
import org.mangrove.core.content.Retirements;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.pages.Flash;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.pages.TypedForm;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/**
 * Where a master is given up, and where that is taken back. Whoever may publish may do so; that the law ends a course at once for
 * those who are in the middle is for a governor to say.
 */
@Path("masters/{course}/retirement")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class RetirementResource {

    /**
     * @param successors masters that could take its place
     * @param usual what stands in the form before anything is written
     */
    public record RetirementPage(
            Masters.Master master,
            List<Masters.Summary> successors,
            LocalDate today,
            Days usual,
            boolean mayEndAtOnce,
            TypedForm typed) {

        public String home() {
            return "/masters/" + master.current().version().key();
        }
    }

    /** @param since the first day on which nobody can begin it any more */
    public record Days(LocalDate since, LocalDate lastDay) {}

    @Inject
    CurrentRequest request;

    @Inject
    Masters masters;

    @Inject
    Retirements retirements;

    @GET
    public Page show(@PathParam("course") String course) {
        return page(author(), course, TypedForm.NOTHING);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response retire(@PathParam("course") String course, MultivaluedMap<String, String> form) {
        CoreCaller caller = author();
        TypedForm typed = TypedForm.of(form, Retirements.LONGEST_REASON);
        try {
            retirements.retire(caller.enterprise().id(), caller.actor(), course, plan(caller, typed));
            return answer(course, Message.of("content.retirement.announced"));
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return again(page(caller, course, typed.with(refused)), refused);
        }
    }

    @POST
    @Path("taking-back")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response takeBack(@PathParam("course") String course, MultivaluedMap<String, String> form) {
        CoreCaller caller = author();
        TypedForm typed = TypedForm.of(form, Retirements.LONGEST_REASON);
        try {
            retirements.takeBack(caller.enterprise().id(), caller.actor(), course, typed.value("reason"));
            return answer(course, Message.of("content.retirement.taken-back"));
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return again(page(caller, course, typed.with(refused)), refused);
        }
    }

    private static Retirements.Plan plan(CoreCaller caller, TypedForm typed) {
        Retirement.Grounds grounds = Stream.of(Retirement.Grounds.values())
                .filter(each -> each.name().equals(typed.value("grounds")))
                .filter(each -> each == Retirement.Grounds.ORDINARY || caller.is(CoreRole.GOVERNOR))
                .findFirst()
                .orElseThrow(() -> new Refusal.Invalid("grounds", Message.of("content.retirement.no-grounds")));
        LocalDate since = day(typed, "since");
        return new Retirements.Plan(
                since,
                grounds == Retirement.Grounds.REGULATORY ? since : day(typed, "lastDay"),
                grounds,
                typed.value("reason"),
                Optional.of(typed.value("successor")).filter(key -> !key.isEmpty()));
    }

    private static LocalDate day(TypedForm typed, String name) {
        try {
            return LocalDate.parse(typed.value(name));
        } catch (DateTimeException notOne) {
            throw new Refusal.Invalid(name, Message.of("content.retirement.not-a-day"));
        }
    }

    private Page page(CoreCaller caller, String course, TypedForm typed) {
        Masters.Master master = masters.must(caller.enterprise().id(), course, chain());
        return Page.of(
                "content/retirement",
                new RetirementPage(
                        master,
                        masters.all(caller.enterprise().id(), chain()).stream()
                                .filter(other -> !other.version().key().equals(course)
                                        && other.retirement().isEmpty())
                                .toList(),
                        retirements.today(),
                        new Days(retirements.usualDay(), retirements.usualLastDay()),
                        caller.is(CoreRole.GOVERNOR),
                        typed));
    }

    private CoreCaller author() {
        return request.coreCallerWith(CoreRole.AUTHOR, CoreRole.GOVERNOR);
    }

    private Response answer(String course, Message done) {
        return new Flash(Tone.SUCCESS, done).shownAt(request.address(), "/masters/" + course + "/retirement");
    }

    private static Response again(Page page, Refusal refused) {
        return Response.status(
                        refused instanceof Refusal.Conflict ? Response.Status.CONFLICT : Response.Status.BAD_REQUEST)
                .entity(page)
                .build();
    }

    private List<Locale> chain() {
        return Stream.of(request.locale(), Locale.of(request.locale().getLanguage()), Locale.ENGLISH)
                .distinct()
                .toList();
    }
}

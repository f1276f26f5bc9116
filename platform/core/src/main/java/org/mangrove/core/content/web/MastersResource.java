package org.mangrove.core.content.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mangrove.core.content.CourseFiles;
import org.mangrove.core.content.EffectiveCourse;
import org.mangrove.core.content.MasterStates;
import org.mangrove.core.content.Masters;
import org.mangrove.core.content.Publishing;
import org.mangrove.core.content.Publishing.Published;
import org.mangrove.core.content.Retirements;
import org.mangrove.core.content.Reuses;
import org.mangrove.core.content.ReviewHorizon;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.pages.Flash;
import org.mangrove.core.pages.LargestBody;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** The masters of an enterprise, for its authors and governors. */
@Path("masters")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class MastersResource {

    /**
     * @param reviewHorizon from how many days before on a review is shown as coming
     * @param underway what is on its way to become the next version, by key
     * @param published what was just published, if anything
     * @param problem what was wrong with what was handed in, if anything
     */
    public record MastersPage(
            List<Masters.Summary> masters,
            int reviewHorizon,
            LocalDate today,
            boolean mayPublish,
            Map<String, MasterStates.Standing> underway,
            Optional<Published> published,
            Optional<Problem> problem) {}

    /**
     * @param place a file and a line; empty if it concerns all of it
     * @param details all that a gate has against it
     */
    public record Problem(String place, Message reason, List<Refusal.Detail> details) {}

    /**
     * @param daysToReview below zero once the day has passed
     * @param underway what is on its way to become the next version
     * @param shownIn where what it says is shown
     * @param shows what it shows of others
     */
    public record MasterPage(
            Masters.Master master,
            Locale language,
            LocalDate today,
            long daysToReview,
            int reviewHorizon,
            Optional<MasterStates.Standing> underway,
            List<Reuses.Use> shownIn,
            List<Reuses.Use> shows) {}

    /** @param market the slug of the market as which it is looked at; empty for the master itself */
    public record VersionPage(
            EffectiveCourse course, List<Masters.Market> markets, String market, Map<String, Long> sizes) {}

    @Inject
    CurrentRequest request;

    @Inject
    Masters masters;

    @Inject
    Publishing publishing;

    @Inject
    Reuses reuses;

    @Inject
    Retirements retirements;

    @Inject
    Instance<ReviewHorizon> horizons;

    @Inject
    Instance<MasterStates> states;

    @Inject
    Clock clock;

    @GET
    public Page all() {
        return page(author(), Optional.empty(), Optional.empty());
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @LargestBody(megabytes = 96)
    public Page publish(@FormParam("package") EntityPart file) {
        CoreCaller caller = request.coreCallerWith(CoreRole.AUTHOR);
        try {
            Published published = publishing.publish(
                    caller.enterprise().id(),
                    caller.actor(),
                    reuses.read(caller.enterprise().id(), CourseFiles.fromZip(file.getContent())));
            return page(caller, Optional.of(published), Optional.empty());
        } catch (Refusal.Invalid wrong) {
            return page(
                    caller,
                    Optional.empty(),
                    Optional.of(new Problem(wrong.place().orElse(""), wrong.reason(), wrong.details())));
        }
    }

    @GET
    @Path("{course}")
    public Page master(@PathParam("course") String course) {
        CoreCaller caller = author();
        Masters.Master master = masters.must(caller.enterprise().id(), course, chain());
        return Page.of(
                "content/master",
                new MasterPage(
                        master,
                        request.locale(),
                        retirements.today(),
                        ChronoUnit.DAYS.between(
                                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                                master.current().version().facts().reviewDue()),
                        horizon(caller),
                        Optional.ofNullable(underway(caller).get(course)),
                        reuses.usesOf(caller.enterprise().id(), course),
                        reuses.usedIn(caller.enterprise().id(), course)));
    }

    /** What could not follow what it shows is tried once more. */
    @POST
    @Path("{course}/following")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response followAgain(@PathParam("course") String course) {
        CoreCaller caller = request.coreCallerWith(CoreRole.AUTHOR);
        masters.must(caller.enterprise().id(), course, chain());
        reuses.tryAgain(caller.enterprise().id(), course);
        return new Flash(Tone.INFO, Message.of("content.reuse.tried")).shownAt(request.address(), "/masters/" + course);
    }

    /** The newest version as a file that another installation takes. */
    @GET
    @Path("{course}/package")
    @Produces("application/zip")
    public Response exported(@PathParam("course") String course) {
        Masters.Exported exported = masters.export(author().enterprise().id(), course);
        return Response.ok((StreamingOutput) to -> exported.writer().writeZip(to, exported.bytes()))
                .type("application/zip")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + course + "-"
                                + exported.version().no() + ".zip\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Path("{course}/versions/{number}")
    public Page version(
            @PathParam("course") String course,
            @PathParam("number") int number,
            @QueryParam("market") @DefaultValue("") String market) {
        CoreCaller caller = author();
        EffectiveCourse shown = masters.preview(
                caller.enterprise().id(), course, number, Optional.of(market).filter(slug -> !slug.isEmpty()), chain());
        return Page.of(
                "content/version",
                new VersionPage(
                        shown,
                        masters.must(caller.enterprise().id(), course, chain()).markets(),
                        market,
                        masters.sizesOfFiles(caller.enterprise().id(), shown.sections())));
    }

    private CoreCaller author() {
        return request.coreCallerWith(CoreRole.AUTHOR, CoreRole.GOVERNOR);
    }

    private Page page(CoreCaller caller, Optional<Published> published, Optional<Problem> problem) {
        return Page.of(
                "content/masters",
                new MastersPage(
                        masters.all(caller.enterprise().id(), chain()),
                        horizon(caller),
                        retirements.today(),
                        caller.is(CoreRole.AUTHOR),
                        underway(caller),
                        published,
                        problem));
    }

    private int horizon(CoreCaller caller) {
        return horizons.stream()
                .mapToInt(horizon -> horizon.daysAhead(caller.enterprise().id()))
                .max()
                .orElse(0);
    }

    private Map<String, MasterStates.Standing> underway(CoreCaller caller) {
        var all = new HashMap<String, MasterStates.Standing>();
        states.forEach(each -> all.putAll(each.of(caller.enterprise().id())));
        return all;
    }

    private List<Locale> chain() {
        return Stream.of(request.locale(), Locale.of(request.locale().getLanguage()), Locale.ENGLISH)
                .distinct()
                .toList();
    }
}

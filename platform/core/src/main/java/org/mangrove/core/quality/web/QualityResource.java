package org.mangrove.core.quality.web;

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
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.mangrove.core.governance.Act;
import org.mangrove.core.governance.DecisionRights;
import org.mangrove.core.governance.RightsBook;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.Text;
import org.mangrove.core.pages.Flash;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.pages.TypedForm;
import org.mangrove.core.quality.CriterionKind;
import org.mangrove.core.quality.Finding;
import org.mangrove.core.quality.KeptReport;
import org.mangrove.core.quality.Place;
import org.mangrove.core.quality.Report;
import org.mangrove.core.quality.Reports;
import org.mangrove.core.quality.Score;
import org.mangrove.core.quality.Severity;
import org.mangrove.core.quality.Waiver;
import org.mangrove.core.quality.Waivers;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** How good a course is, for its authors, and what is not insisted on, for governors to decide. */
@Path("masters/{course}/quality")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class QualityResource {

    private static final int LONGEST_TEXT = 1_000;
    private static final int ACTOR_SHOWN = 8;

    /** What falls short by one criterion. */
    public record Group(Score score, List<Finding> findings, boolean isWaived) {}

    /**
     * @param key of the course
     * @param mayGovern whether the reader may waive
     */
    public record QualityPage(
            String key, Text title, Reports.Standing standing, LocalDate today, boolean mayGovern, TypedForm waiver) {

        public String home() {
            return "/masters/" + key;
        }

        /** Where to look at what a finding is about; empty if that is no block of the newest version. */
        public String link(Place place) {
            boolean isShown = standing.version()
                    .flatMap(version -> version.find(place.block()))
                    .filter(block -> block.kind().isStep())
                    .isPresent();
            return isShown
                    ? home() + "/versions/" + standing.version().orElseThrow().no() + "#" + place.block()
                    : "";
        }

        public List<Group> groups(Report report) {
            return report.scores().stream()
                    .map(score -> new Group(
                            score,
                            report.findings(score.kind()),
                            standing.waived().contains(score.kind())))
                    .toList();
        }

        /** What keeps the refused version back, also when it is waived by now. */
        public List<Finding> blocking(KeptReport refused) {
            return refused.report().blocking(standing.waived());
        }

        public List<CriterionKind> waivable() {
            return Stream.of(CriterionKind.values())
                    .filter(kind -> standing.rubric().of(kind).severity() == Severity.BLOCKS)
                    .toList();
        }

        /** The versions whose reports were kept, the oldest first. */
        public List<KeptReport> oldestFirst() {
            return standing.history().reversed();
        }

        /** Names stay in their zone: an actor is a pseudonym. */
        public String actor(Waiver waiver) {
            return waiver.givenBy().toString().substring(0, ACTOR_SHOWN);
        }

        public LocalDate givenOn(Waiver waiver) {
            return LocalDate.ofInstant(waiver.givenAt(), ZoneOffset.UTC);
        }
    }

    @Inject
    CurrentRequest request;

    @Inject
    Reports reports;

    @Inject
    Waivers waivers;

    @Inject
    RightsBook rights;

    @Inject
    Clock clock;

    @GET
    public Page show(@PathParam("course") String course) {
        CoreCaller caller = request.coreCallerWith(CoreRole.AUTHOR, CoreRole.GOVERNOR);
        return page(caller, course, TypedForm.NOTHING);
    }

    @POST
    @Path("waivers")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response waive(@PathParam("course") String course, MultivaluedMap<String, String> form) {
        CoreCaller caller = rightful();
        reports.mustKnow(caller.enterprise().id(), course);
        TypedForm typed = TypedForm.of(form, LONGEST_TEXT);
        try {
            waivers.give(
                    caller.enterprise().id(),
                    caller.actor(),
                    course,
                    CriterionKind.parse(typed.value("criterion"))
                            .orElseThrow(
                                    () -> new Refusal.Invalid("criterion", Message.of("quality.waiver.no-criterion"))),
                    typed.value("reason"),
                    day(typed.value("lastDay")));
            return answer(course, Message.of("quality.waiver.given"));
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(page(caller, course, typed.with(refused)))
                    .build();
        }
    }

    @POST
    @Path("waivers/{waiver}/taking-back")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response takeBack(@PathParam("course") String course, @PathParam("waiver") String waiver) {
        CoreCaller caller = rightful();
        waivers.takeBack(caller.enterprise().id(), caller.actor(), course, uuid(waiver));
        return answer(course, Message.of("quality.waiver.taken-back"));
    }

    private CoreCaller rightful() {
        CoreCaller caller = request.coreCallerWith(CoreRole.AUTHOR, CoreRole.GOVERNOR);
        rights.mustMay(caller, DecisionRights.GLOBAL, Act.WAIVE);
        return caller;
    }

    private Page page(CoreCaller caller, String course, TypedForm waiver) {
        Reports.Standing standing = reports.of(caller.enterprise().id(), course);
        Text title = standing.version()
                .map(version -> version.blocks().getFirst())
                .flatMap((Block head) -> head.find("title"))
                .map(field -> field.in(chain()))
                .orElse(new Text(course, Locale.ROOT));
        return Page.of(
                "quality/course",
                new QualityPage(
                        course,
                        title,
                        standing,
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                        rights.may(caller, DecisionRights.GLOBAL, Act.WAIVE),
                        waiver));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException none) {
            throw Waivers.noDay();
        }
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notOne) {
            throw new Refusal.NotFound(Message.of("quality.waiver.not-found"));
        }
    }

    private Response answer(String course, Message done) {
        return new Flash(Tone.SUCCESS, done).shownAt(request.address(), "/masters/" + course + "/quality");
    }

    private List<Locale> chain() {
        return Stream.of(request.locale(), Locale.of(request.locale().getLanguage()), Locale.ENGLISH)
                .distinct()
                .toList();
    }
}

package org.mangrove.core.authoring.web;

import jakarta.enterprise.context.RequestScoped;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mangrove.core.authoring.CourseDraft;
import org.mangrove.core.authoring.CourseDrafts;
import org.mangrove.core.authoring.DraftChanges;
import org.mangrove.core.authoring.DraftContent;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.CoreMemberships;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.pages.Flash;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.sdk.Message;

/** What was done in a draft, step by step, and the way back. */
@Path("drafts/{manuscript}/history")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class DraftHistoryResource {

    private static final int PAGE = 50;
    private static final int MOST_PAGES = 1_000;

    /** @param names of those who have agreed to one */
    public record HistoryPage(
            CourseDraft draft, int number, List<CourseDraft.Step> steps, boolean hasMore, Map<UUID, String> names) {

        public String home() {
            return DraftPlaces.of(draft.id());
        }
    }

    /** @param changes from the step before to this one */
    public record StepPage(CourseDraft draft, int number, DraftChanges changes, boolean isFactsChanged) {

        public String home() {
            return DraftPlaces.of(draft.id());
        }

        public boolean isLast() {
            return draft.last().number() == number;
        }
    }

    @Inject
    CurrentRequest request;

    @Inject
    CourseDrafts drafts;

    @Inject
    CoreMemberships memberships;

    @GET
    public Page history(@PathParam("manuscript") String draft, @QueryParam("page") @DefaultValue("1") int page) {
        CoreCaller caller = request.coreCallerWith(CoreRole.AUTHOR);
        EnterpriseId enterprise = caller.enterprise().id();
        CourseDraft there = drafts.must(enterprise, DraftPlaces.id(draft));
        int number = Math.clamp(page, 1, MOST_PAGES);
        List<CourseDraft.Step> steps = drafts.history(enterprise, there.id(), (number - 1) * PAGE, PAGE + 1);
        return Page.of(
                "authoring/history",
                new HistoryPage(
                        there,
                        number,
                        steps.stream().limit(PAGE).toList(),
                        steps.size() > PAGE,
                        memberships.bylines(
                                enterprise,
                                steps.stream().map(CourseDraft.Step::actor).collect(Collectors.toSet()))));
    }

    @GET
    @Path("{step}")
    public Page step(@PathParam("manuscript") String draft, @PathParam("step") int step) {
        CoreCaller caller = request.coreCallerWith(CoreRole.AUTHOR);
        EnterpriseId enterprise = caller.enterprise().id();
        CourseDraft there = drafts.must(enterprise, DraftPlaces.id(draft));
        DraftContent after = drafts.after(enterprise, there.id(), step);
        DraftContent before = step > 1 ? drafts.after(enterprise, there.id(), step - 1) : after;
        return Page.of(
                "authoring/step",
                new StepPage(
                        there,
                        step,
                        DraftChanges.between(before.blocks(), after.blocks()),
                        !before.facts().equals(after.facts())
                                || !before.languages().equals(after.languages())
                                || !before.credits().equals(after.credits())));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response returnTo(@PathParam("manuscript") String draft, @FormParam("step") @DefaultValue("0") int step) {
        CoreCaller caller = request.coreCallerWith(CoreRole.AUTHOR);
        UUID id = DraftPlaces.id(draft);
        drafts.returnTo(caller.enterprise().id(), caller.actor(), id, step);
        return new Flash(Tone.SUCCESS, Message.of("authoring.step.returned").with("step", step))
                .shownAt(request.address(), DraftPlaces.of(id));
    }
}

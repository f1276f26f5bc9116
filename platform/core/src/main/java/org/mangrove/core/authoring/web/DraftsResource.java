package org.mangrove.core.authoring.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mangrove.core.authoring.CourseDrafts;
import org.mangrove.core.authoring.DraftState;
import org.mangrove.core.content.Masters;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.CoreMemberships;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.pages.Flash;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.pages.TypedForm;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.TenantRegister;
import org.mangrove.sdk.Message;

/** Courses in the making: which there are, and how one begins. */
@Path("drafts")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class DraftsResource {

    private static final int PAGE = 25;
    private static final int MOST_PAGES = 1_000;
    private static final int LONGEST = 300;

    /**
     * @param names of those who have agreed to one
     * @param masters that can be revised
     * @param languages in which a course can begin
     */
    public record DraftsPage(
            DraftState state,
            int number,
            List<CourseDrafts.Summary> drafts,
            long count,
            Map<UUID, String> names,
            List<Masters.Summary> masters,
            List<Locale> languages,
            TypedForm typed) {

        public boolean hasMore() {
            return count > (long) number * PAGE;
        }
    }

    @Inject
    CurrentRequest request;

    @Inject
    CourseDrafts drafts;

    @Inject
    Masters masters;

    @Inject
    CoreMemberships memberships;

    @Inject
    TenantRegister register;

    @GET
    public Page all(
            @QueryParam("state") @DefaultValue("") String state, @QueryParam("page") @DefaultValue("1") int number) {
        CoreCaller caller = request.coreCallerWith(CoreRole.AUTHOR);
        return page(
                caller,
                state.equals("discarded") ? DraftState.DISCARDED : DraftState.OPEN,
                Math.clamp(number, 1, MOST_PAGES),
                TypedForm.NOTHING);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(MultivaluedMap<String, String> form) {
        CoreCaller caller = request.coreCallerWith(CoreRole.AUTHOR);
        TypedForm typed = TypedForm.of(form, LONGEST);
        String course = typed.value("course");
        try {
            UUID draft = course.isEmpty()
                    ? drafts.begin(
                            caller.enterprise().id(), caller.actor(), typed.value("title"), language(caller, typed))
                    : drafts.revise(caller.enterprise().id(), caller.actor(), course);
            return new Flash(Tone.SUCCESS, Message.of("authoring.drafts.begun"))
                    .shownAt(request.address(), DraftPlaces.of(draft));
        } catch (Refusal.Invalid wrong) {
            return Response.status(400)
                    .entity(page(caller, DraftState.OPEN, 1, typed.with(wrong)))
                    .build();
        }
    }

    private Locale language(CoreCaller caller, TypedForm typed) {
        return languages(caller).stream()
                .filter(one -> one.toLanguageTag().equals(typed.value("language")))
                .findFirst()
                .orElseThrow(() -> DraftPlaces.unknown("language"));
    }

    private Page page(CoreCaller caller, DraftState state, int number, TypedForm typed) {
        var enterprise = caller.enterprise().id();
        List<CourseDrafts.Summary> some = drafts.in(enterprise, state, (number - 1) * PAGE, PAGE);
        return Page.of(
                "authoring/drafts",
                new DraftsPage(
                        state,
                        number,
                        some,
                        drafts.count(enterprise, state),
                        memberships.bylines(
                                enterprise,
                                some.stream()
                                        .map(CourseDrafts.Summary::changedBy)
                                        .collect(Collectors.toSet())),
                        masters.all(enterprise, List.of(request.locale(), Locale.ENGLISH)),
                        languages(caller),
                        typed));
    }

    private List<Locale> languages(CoreCaller caller) {
        return languagesOf(register, caller);
    }

    /** Those that the enterprise's markets speak, and English. */
    static List<Locale> languagesOf(TenantRegister register, CoreCaller caller) {
        var languages = new ArrayList<>(List.of(Locale.ENGLISH));
        register.tenantsOf(caller.enterprise().id())
                .forEach(market -> languages.addAll(market.tenant().languages()));
        return languages.stream().distinct().toList();
    }
}

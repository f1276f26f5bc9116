package org.mangrove.core.approval.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.approval.Seats;
import org.mangrove.core.approval.Submissions;
import org.mangrove.core.approval.web.Worklist.Row;
import org.mangrove.core.approval.web.Worklist.Show;
import org.mangrove.core.governance.Lane;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.pages.Flash;
import org.mangrove.core.pages.LargestBody;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** What waits to be agreed to, and how a candidate begins. */
@Path("approvals")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class ApprovalsResource {

    static final String PLACE = "/approvals";

    private static final int ON_A_PAGE = 25;
    private static final int FURTHEST = 10_000;

    /**
     * @param from how many come before those that are shown
     * @param names public ones, by actor
     * @param wrong why the last package was not taken, if it was not
     */
    public record ApprovalsPage(
            List<Row> rows,
            Show show,
            Optional<Lane> lane,
            int from,
            boolean hasMore,
            boolean mayWrite,
            People people,
            Optional<Refusal.Invalid> wrong) {

        public int before() {
            return Math.max(0, from - ON_A_PAGE);
        }

        public int after() {
            return from + ON_A_PAGE;
        }
    }

    @Inject
    CurrentRequest request;

    @Inject
    Worklist worklist;

    @Inject
    Submissions submissions;

    @Inject
    Seats seats;

    @GET
    public Page list(
            @QueryParam("show") @DefaultValue("mine") String show,
            @QueryParam("lane") @DefaultValue("") String lane,
            @QueryParam("from") @DefaultValue("0") String from) {
        return page(request.coreCaller(), Show.of(show), Lane.find(lane), number(from), Optional.empty());
    }

    /** A candidate begins as a draft. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @LargestBody(megabytes = 96)
    public Response begin(@FormParam("package") @Nullable EntityPart file) {
        CoreCaller caller = request.coreCallerWith(CoreRole.AUTHOR);
        try {
            UUID id = submissions.begin(caller.enterprise().id(), caller.actor(), Uploaded.bytes(file));
            return new Flash(Tone.SUCCESS, Message.of("approval.submission.begun"))
                    .shownAt(request.address(), PLACE + "/" + id);
        } catch (Refusal.Invalid wrong) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(page(caller, Show.MINE, Optional.empty(), 0, Optional.of(wrong)))
                    .build();
        }
    }

    private Page page(CoreCaller caller, Show show, Optional<Lane> lane, int from, Optional<Refusal.Invalid> wrong) {
        List<Row> rows = worklist.of(caller, show, lane, from, ON_A_PAGE + 1);
        return Page.of(
                "approval/list",
                new ApprovalsPage(
                        rows.stream().limit(ON_A_PAGE).toList(),
                        show,
                        lane,
                        from,
                        rows.size() > ON_A_PAGE,
                        caller.is(CoreRole.AUTHOR),
                        new People(seats.names(caller.enterprise().id())),
                        wrong));
    }

    private static int number(String text) {
        return text.matches("\\d{1,5}") ? Math.min(Integer.parseInt(text), FURTHEST) : 0;
    }
}

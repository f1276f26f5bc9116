package org.mangrove.core.learning.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.learning.Completion;
import org.mangrove.core.learning.Completions;
import org.mangrove.core.pages.Page;

/** For whoever is shown a certificate: whether it is genuine and valid, and nothing of the person. Needs no sign-on. */
@Path("verify")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class VerifyResource {

    private static final int LONGEST_CODE = 40;

    /** @param typed what was asked for; empty if nothing was */
    public record Verification(String typed, Optional<Completion> completion, boolean valid) {}

    @Inject
    CurrentRequest request;

    @Inject
    Completions completions;

    @Inject
    Clock clock;

    @GET
    public Page ask(@QueryParam("code") @DefaultValue("") String typed) {
        return answer(typed);
    }

    @GET
    @Path("{code}")
    public Page verify(@PathParam("code") String typed) {
        return answer(typed);
    }

    private Page answer(String typed) {
        var tenant = request.tenant().tenant();
        String code = typed.length() > LONGEST_CODE ? "" : typed;
        Optional<Completion> completion = code.isBlank() ? Optional.empty() : completions.findByCode(tenant.id(), code);
        LocalDate today = LocalDate.ofInstant(clock.instant(), tenant.timeZone());
        return Page.of(
                "learning/verify",
                new Verification(
                        code,
                        completion,
                        completion.filter(there -> there.isValidOn(today)).isPresent()));
    }
}

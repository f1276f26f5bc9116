package org.mangrove.core.account.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.mangrove.core.identity.InterruptedForm;
import org.mangrove.core.pages.Page;

/** A page with what somebody had written, and the way back through the sign-on. */
@ApplicationScoped
public class InterruptedFormPage implements InterruptedForm {

    /** @param signOn path and query of the sign-on that leads back */
    public record Interrupted(String signOn, List<String> written) {}

    @Override
    public Response tell(String back, List<String> written) {
        String signOn = "/sign-on?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
        return Response.status(Response.Status.UNAUTHORIZED)
                .type(MediaType.TEXT_HTML)
                .header("Cache-Control", "no-store")
                .entity(Page.of("account/interrupted", new Interrupted(signOn, written)))
                .build();
    }
}

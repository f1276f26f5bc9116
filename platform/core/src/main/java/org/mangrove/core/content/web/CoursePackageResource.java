package org.mangrove.core.content.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.mangrove.core.content.CourseFiles;
import org.mangrove.core.content.Mandate;
import org.mangrove.core.content.Publishing;
import org.mangrove.core.content.Publishing.Published;
import org.mangrove.core.content.Reuses;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.TenantRegister;
import org.mangrove.sdk.Message;

/** An operator's way to publish a course for an enterprise; what is there already is not published again. */
@Path("operator/api/enterprises/{enterprise}/course-packages")
@RequestScoped
public class CoursePackageResource {

    @Inject
    TenantRegister register;

    @Inject
    Publishing publishing;

    @Inject
    Reuses reuses;

    @POST
    @Consumes("application/zip")
    @Produces(MediaType.APPLICATION_JSON)
    public String publish(@PathParam("enterprise") String slug, InputStream zip) {
        Enterprise enterprise = register.enterprises().stream()
                .filter(one -> one.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound(Message.of("content.enterprise.not-found")));
        Published published = publishing.publish(
                enterprise.id(), Mandate.OPERATOR, reuses.read(enterprise.id(), CourseFiles.fromZip(zip)));
        return PublishedJson.write(published);
    }
}

package org.mangrove.core.regulation.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.identity.Role;
import org.mangrove.core.pages.LargestBody;
import org.mangrove.core.pages.Page;
import org.mangrove.core.privacy.Erasures;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.regulation.MarketLaws;
import org.mangrove.core.regulation.PackChecks;
import org.mangrove.core.regulation.PackReport;
import org.mangrove.core.regulation.ProofPacks;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;

/** What the laws that change mean in a market: how far its people are, and what proves it to whoever asks. */
@Path("law-proofs")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class LawProofsResource {

    static final String PLACE = "/law-proofs";

    /** A proof of some 500,000 people. */
    private static final int MOST_MEGABYTES = 128;

    /** @param report what was found in a proof that was sent */
    public record ProofsPage(List<MarketLaws.InMarket> changes, Optional<PackReport> report) {}

    public record ProofPage(MarketLaws.InMarket change) {

        public String home() {
            return PLACE + "/" + change.notice().change().id();
        }
    }

    @Inject
    CurrentRequest request;

    @Inject
    MarketLaws laws;

    @Inject
    ProofPacks packs;

    @Inject
    Erasures erasures;

    @Inject
    PackChecks checks;

    @GET
    public Page all() {
        return page(tenant(), Optional.empty());
    }

    @GET
    @Path("{change}")
    public Page show(@PathParam("change") String change) {
        return Page.of(
                "regulation/proof",
                new ProofPage(laws.find(tenant(), LawChangesResource.uuid(change))
                        .orElseThrow(() -> new Refusal.NotFound(Message.of("regulation.change.not-found")))));
    }

    @GET
    @Path("{change}/pack")
    @Produces("application/zip")
    public Response pack(@PathParam("change") String change) {
        TenantProfile tenant = tenant();
        java.nio.file.Path file = packs.make(tenant, LawChangesResource.uuid(change), erasures.registered(tenant));
        StreamingOutput out = to -> {
            try {
                Files.copy(file, to);
            } finally {
                Files.deleteIfExists(file);
            }
        };
        return Response.ok(out, "application/zip")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"proof-%s-%s.zip\""
                                .formatted(tenant.tenant().slug(), LawChangesResource.uuid(change)))
                .header("Cache-Control", "private, no-store")
                .build();
    }

    @POST
    @Path("verification")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @LargestBody(megabytes = MOST_MEGABYTES)
    public Page verify(@FormParam("file") @Nullable EntityPart file) {
        TenantProfile tenant = tenant();
        if (file == null) {
            throw new Refusal.Invalid("file", Message.of("regulation.proof.no-file"));
        }
        try (InputStream content = file.getContent()) {
            return page(tenant, Optional.of(checks.check(tenant, content)));
        } catch (IOException problem) {
            throw new UncheckedIOException("What was sent cannot be read", problem);
        }
    }

    private Page page(TenantProfile tenant, Optional<PackReport> report) {
        return Page.of("regulation/proofs", new ProofsPage(laws.all(tenant), report));
    }

    private TenantProfile tenant() {
        request.callerWith(Role.TENANT_ADMIN, Role.REVIEWER);
        return request.tenant();
    }
}

package org.mangrove.core.consent.web;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mangrove.core.consent.Consent;
import org.mangrove.core.consent.Consents;
import org.mangrove.core.consent.Processing;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.pages.Flash;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.PurposeNames;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantProfile.LegalEntity;
import org.mangrove.core.tenancy.TenantProfile.Purpose;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.Verdict.Refused;
import org.mangrove.sdk.processing.LegalBasis;

/** What the tenant uses a person's data for, and the person's say in it. */
@Path("my-data")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class MyDataResource {

    /** @param entries as the tenant's register orders them */
    public record MyData(List<Entry> entries) {}

    /**
     * One purpose.
     *
     * @param name empty if we have no words for it; then its key is all there is
     * @param basis on what ground, in plain words
     * @param employer who answers for it
     * @param asksConsent whether the person has a say
     * @param consents what the person says now
     * @param refusal why it may not go on; none if it may
     */
    public record Entry(
            String key,
            Optional<Message> name,
            Message basis,
            String employer,
            String legalReference,
            int retentionDays,
            boolean asksConsent,
            boolean consents,
            Consent consent,
            Optional<Message> refusal) {

        public Message explanation() {
            return Message.of("consent.explanation." + key);
        }
    }

    @Inject
    CurrentRequest request;

    @Inject
    Consents consents;

    @Inject
    Processing processing;

    @Inject
    Clock clock;

    @GET
    public Page show() {
        Caller caller = request.caller();
        TenantProfile tenant = request.tenant();
        Map<String, Consent> said = consents.of(tenant.tenant().id(), caller.person());
        return Page.of(
                "consent/my-data",
                new MyData(tenant.purposes().stream()
                        .map(purpose -> entry(tenant, purpose, said.getOrDefault(purpose.key(), Consent.none())))
                        .toList()));
    }

    @POST
    @Path("{purpose}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(@PathParam("purpose") String purpose, @FormParam("say") @DefaultValue("") String say) {
        Caller caller = request.caller();
        switch (say) {
            case "yes" -> consents.give(request.tenant(), caller.person(), purpose);
            case "no" -> consents.withdraw(request.tenant(), caller.person(), purpose);
            default -> throw new Refusal.Invalid("say", Message.of("consent.decision.no-answer"));
        }
        var kept = new Flash(Tone.SUCCESS, Message.of("consent.decision.kept"));
        return kept.shownAt(request.address(), "/my-data");
    }

    private Entry entry(TenantProfile tenant, Purpose purpose, Consent consent) {
        Optional<Message> refusal = processing.judge(tenant, consent, purpose.key()) instanceof Refused refused
                ? Optional.of(readable(refused.reason(), purpose.key()))
                : Optional.empty();
        return new Entry(
                purpose.key(),
                PurposeNames.find(purpose.key()),
                Message.of("consent.basis." + purpose.basis()),
                employer(tenant, purpose.legalEntity()),
                purpose.legalReference(),
                purpose.retentionDays(),
                purpose.basis().equals(LegalBasis.CONSENT.key()),
                consent.holdsAt(clock.instant()),
                consent,
                refusal);
    }

    /** Plugins speak of a purpose by its key; people know it by its name. */
    private static Message readable(Message reason, String key) {
        return PurposeNames.find(key)
                .filter(name -> key.equals(reason.arguments().get("purpose")))
                .map(name -> reason.with("purpose", name))
                .orElse(reason);
    }

    private static String employer(TenantProfile tenant, String key) {
        return tenant.legalEntities().stream()
                .filter(entity -> entity.key().equals(key))
                .map(LegalEntity::name)
                .findFirst()
                .orElse(key);
    }
}

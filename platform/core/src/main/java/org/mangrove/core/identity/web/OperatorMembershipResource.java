package org.mangrove.core.identity.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.identity.Account;
import org.mangrove.core.identity.AdminInvitations;
import org.mangrove.core.identity.CoreMemberships;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.identity.Memberships;
import org.mangrove.core.identity.PersonName;
import org.mangrove.core.identity.Role;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.core.refusal.Refusal.NotFound;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.sdk.Message;

/** What operators do about memberships: let the first admin in, and admit those who begin with roles. */
@Path("operator/api")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
public class OperatorMembershipResource {

    /** @param subject the account's id in the tenant's realm */
    public record MemberBody(
            String subject,
            @Nullable String given,
            @Nullable String family,
            @Nullable String email,
            Set<Role> roles) {}

    /** @param subject the account's id in the enterprise's home realm */
    public record CoreMemberBody(String subject, @Nullable String byline, Set<CoreRole> roles) {}

    public record InvitationBody(String link, String validUntil) {}

    public record AdmittedBody(String id) {}

    @Inject
    Tenants tenants;

    @Inject
    Memberships memberships;

    @Inject
    CoreMemberships coreMemberships;

    @Inject
    AdminInvitations invitations;

    @Inject
    Configuration configuration;

    @POST
    @Path("tenants/{tenant}/admin-invitations")
    @Consumes(MediaType.WILDCARD)
    public Response invite(@PathParam("tenant") String slug) {
        var invitation = invitations.make(mustTenant(slug).tenant().id());
        URI own = configuration.url();
        String port = own.getPort() < 0 ? "" : ":" + own.getPort();
        String link = "%s://%s.%s%s/invitation?token=%s"
                .formatted(
                        own.getScheme(),
                        slug,
                        own.getHost(),
                        port,
                        invitation.token().text());
        return Response.status(Response.Status.CREATED)
                .header("Cache-Control", "no-store")
                .entity(new InvitationBody(link, invitation.until().toString()))
                .build();
    }

    @POST
    @Path("tenants/{tenant}/members")
    public Response admit(@PathParam("tenant") String slug, MemberBody body) {
        TenantProfile tenant = mustTenant(slug);
        var account = new Account(
                tenant.identity().realm(),
                mustSubject(body.subject()),
                new PersonName(text(body.given()), text(body.family())),
                text(body.email()));
        var person = memberships.admit(tenant.tenant().id(), account, body.roles());
        return Response.ok(new AdmittedBody(person.toString())).build();
    }

    @POST
    @Path("enterprises/{enterprise}/core-members")
    public Response admitToCore(@PathParam("enterprise") String slug, CoreMemberBody body) {
        Enterprise enterprise = tenants.findEnterpriseBySlug(slug)
                .orElseThrow(() -> new NotFound(Message.of("identity.address.nobody-there")));
        var actor = coreMemberships.admit(
                enterprise.id(),
                enterprise.homeRealm(),
                mustSubject(body.subject()),
                Optional.ofNullable(body.byline()),
                body.roles());
        return Response.ok(new AdmittedBody(actor.toString())).build();
    }

    private TenantProfile mustTenant(String slug) {
        return tenants.findBySlug(slug).orElseThrow(() -> new NotFound(Message.of("identity.address.nobody-there")));
    }

    private static String mustSubject(@Nullable String subject) {
        if (subject == null || !subject.matches("[A-Za-z0-9._:-]{1,64}")) {
            throw new Invalid("subject", Message.of("identity.member.subject-needed"));
        }
        return subject;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}

package org.mangrove.core.mail.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.identity.Role;
import org.mangrove.core.localization.Customs;
import org.mangrove.core.mail.MailAddress;
import org.mangrove.core.mail.MailHours;
import org.mangrove.core.mail.PeopleMail;
import org.mangrove.core.mail.TenantMail;
import org.mangrove.core.pages.Flash;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;

/** Where a tenant's admin says whether its people are written to, when, and who reads what they answer. */
@Path("admin/mail")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class MailSettingResource {

    static final String PLACE = "/admin/mail";

    /** @param days of a week, as it begins there */
    public record SettingPage(TenantMail setting, PeopleMail.Outbox outbox, List<DayOfWeek> days, String timeZone) {}

    @Inject
    CurrentRequest request;

    @Inject
    PeopleMail mail;

    @GET
    public Page show() {
        request.callerWith(Role.TENANT_ADMIN);
        TenantProfile tenant = request.tenant();
        DayOfWeek first = Customs.of(tenant.tenant(), request.locale()).firstDayOfWeek();
        return Page.of(
                "mail/setting",
                new SettingPage(
                        mail.of(tenant),
                        mail.outbox(tenant.tenant().id()),
                        Stream.iterate(first, day -> day.plus(1))
                                .limit(DayOfWeek.values().length)
                                .toList(),
                        tenant.tenant().timeZone().getId()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response say(
            @FormParam("on") @DefaultValue("") String on,
            @FormParam("reply-to") @DefaultValue("") String replyTo,
            @FormParam("from") @DefaultValue("") String from,
            @FormParam("until") @DefaultValue("") String until,
            @FormParam("day") List<String> days) {
        request.callerWith(Role.TENANT_ADMIN);
        mail.say(
                request.tenant(),
                new TenantMail(
                        on.equals("yes"),
                        address(replyTo.strip()),
                        new MailHours(time("from", from), time("until", until), days(days))));
        return new Flash(Tone.SUCCESS, Message.of("mail.setting.kept")).shownAt(request.address(), PLACE);
    }

    private static Optional<MailAddress> address(String said) {
        if (said.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                MailAddress.read(said).orElseThrow(() -> new Invalid("reply-to", Message.of("mail.address.not-one"))));
    }

    private static LocalTime time(String field, String said) {
        try {
            return LocalTime.parse(said).truncatedTo(ChronoUnit.MINUTES);
        } catch (DateTimeParseException notOne) {
            throw new Invalid(field, Message.of("mail.setting.no-time"));
        }
    }

    private static Set<DayOfWeek> days(List<String> said) {
        return said.stream()
                .map(word -> Stream.of(DayOfWeek.values())
                        .filter(day -> day.name().toLowerCase(Locale.ROOT).equals(word))
                        .findFirst()
                        .orElseThrow(() -> new Invalid("day", Message.of("mail.setting.no-day"))))
                .collect(Collectors.toSet());
    }
}

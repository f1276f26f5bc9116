package org.mangrove.core.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.mangrove.core.identity.CoreMemberships;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.identity.People;
import org.mangrove.core.identity.SignOnCookies;
import org.mangrove.core.localization.Languages;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.core.tenancy.Address;
import org.mangrove.sdk.Message;

/** Speaks another language from now on, on the page where one is. */
@Path("language")
@RequestScoped
public class LanguageResource {

    @Inject
    CurrentRequest request;

    @Inject
    Languages languages;

    @Inject
    People people;

    @Inject
    CoreMemberships coreMemberships;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response choose(
            @FormParam("language") @DefaultValue("") String tag, @FormParam("back") @DefaultValue("/") String back) {
        Locale chosen = Locale.forLanguageTag(tag);
        Address address = request.address();
        List<Locale> offered =
                address.kind() == Address.Kind.TENANT ? languages.offered(request.tenant()) : languages.ofPlatform();
        if (!offered.contains(chosen)) {
            throw new Invalid("language", Message.of("account.language.not-offered"));
        }
        request.findCaller()
                .ifPresent(caller -> people.chooseLanguage(caller.tenant().id(), caller.person(), chosen));
        request.findCoreCaller()
                .ifPresent(caller ->
                        coreMemberships.chooseLanguage(caller.enterprise().id(), caller.actor(), chosen));
        return Response.seeOther(URI.create(address.absolute(SignOnCookies.pathOfOurs(back))))
                .header(HttpHeaders.SET_COOKIE, SignOnCookies.language(address, chosen))
                .build();
    }
}

package org.mangrove.core.provisioning.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.mangrove.core.provisioning.DemonstrationAccounts;
import org.mangrove.sdk.Message;

/** Makes the people of the demonstration from the file that is sent. */
@Path("operator/api/demonstration/accounts")
@Produces("text/plain;charset=UTF-8")
@RequestScoped
public class DemonstrationAccountsResource {

    @Inject
    DemonstrationAccounts accounts;

    @Inject
    Telling telling;

    @POST
    public String make(byte[] yaml) {
        int people = accounts.make(new String(yaml, StandardCharsets.UTF_8));
        return telling.say(
                        Locale.ENGLISH,
                        Message.of("provisioning.demonstration.accounts-are-there")
                                .with("count", people))
                + "\n";
    }
}

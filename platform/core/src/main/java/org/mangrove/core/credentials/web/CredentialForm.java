package org.mangrove.core.credentials.web;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mangrove.core.credentials.Scope;
import org.mangrove.core.credentials.SystemGate;
import org.mangrove.core.credentials.Terms;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.sdk.Message;

/** What an admin has written of a credential that is to be made. */
public class CredentialForm {

    private static final String USUAL_LIMIT = "" + Terms.USUALLY_PER_SECOND;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    @FormParam("title")
    @DefaultValue("")
    String title = "";

    @FormParam("purpose")
    @DefaultValue(Terms.USUAL_PURPOSE)
    String purpose = Terms.USUAL_PURPOSE;

    @FormParam("scope")
    List<String> scopes = List.of();

    @FormParam("component")
    @DefaultValue("")
    String component = "";

    @FormParam("client")
    @DefaultValue("")
    String client = "";

    /** Nobody lifts a limit by leaving it out: the field has to be there, and empty. */
    @FormParam("limit")
    @DefaultValue(USUAL_LIMIT)
    String limit = USUAL_LIMIT;

    @FormParam("expires")
    @DefaultValue("")
    String expires = "";

    /** What stands in the form before anybody has written something. */
    static CredentialForm empty() {
        return new CredentialForm();
    }

    public String title() {
        return title.strip();
    }

    public boolean isFor(NamedPurpose one) {
        return one.key().equals(purpose);
    }

    public boolean isOf(SystemGate.KnownSystem system) {
        return system.component().equals(component);
    }

    public String client() {
        return client.strip();
    }

    public String limit() {
        return limit.strip();
    }

    public String expires() {
        return expires.strip();
    }

    public boolean hasChosen(Scope scope) {
        return scopes.contains(scope.text());
    }

    /**
     * @param zone where a day ends when it ends for the tenant
     * @throws Invalid if something in it cannot be read
     */
    Terms terms(ZoneId zone) {
        return new Terms(title(), purpose, chosen(), perSecond(), end(zone), component.strip());
    }

    private Set<Scope> chosen() {
        return scopes.stream()
                .map(text -> Scope.read(text)
                        .orElseThrow(() -> new Invalid("scope", Message.of("credentials.credential.no-scope"))))
                .collect(Collectors.toSet());
    }

    private Optional<Integer> perSecond() {
        if (limit().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(NUMBER.matcher(limit()).matches() ? Integer.parseInt(limit()) : 0);
    }

    private Optional<Instant> end(ZoneId zone) {
        try {
            return Optional.of(expires())
                    .filter(day -> !day.isEmpty())
                    .map(day ->
                            LocalDate.parse(day).plusDays(1).atStartOfDay(zone).toInstant());
        } catch (DateTimeException notADay) {
            throw new Invalid("expires", Message.of("credentials.credential.no-day"));
        }
    }
}

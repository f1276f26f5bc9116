package org.mangrove.core.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.identity.DataSubject.ForeignAccount;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;

/** Takes what an admin knows of somebody who does not ask themselves: addresses, and what other systems call them. */
@ApplicationScoped
public class Registration {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;]+@[^\\s@,;]+");
    private static final Pattern PAGE = Pattern.compile("[a-z][a-z0-9+.-]*:\\S+", Pattern.CASE_INSENSITIVE);

    @Inject
    Subjects subjects;

    @Inject
    Requests requests;

    /**
     * @param emails one a line
     * @param accounts one a line: the home page, a blank, and the account's name there
     */
    public UUID register(TenantProfile tenant, String emails, String accounts, Locale language) {
        return requests.registerErasure(tenant, named(tenant, emails, accounts), language);
    }

    /** @throws Refusal.Invalid if nobody is named, or it cannot be understood who */
    public Known named(TenantProfile tenant, String emails, String accounts) {
        Set<String> addresses = emails.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(Registration::email)
                .collect(Collectors.toSet());
        Set<ForeignAccount> foreign = accounts.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(Registration::account)
                .collect(Collectors.toSet());
        if (addresses.isEmpty() && foreign.isEmpty()) {
            throw new Refusal.Invalid("emails", Message.of("privacy.request.name-somebody"));
        }
        return subjects.of(tenant, new DataSubject(Optional.empty(), Optional.empty(), addresses, foreign, Set.of()));
    }

    private static String email(String line) {
        if (!EMAIL.matcher(line).matches()) {
            throw new Refusal.Invalid("emails", Message.of("privacy.request.no-address"));
        }
        return line.toLowerCase(Locale.ROOT);
    }

    private static ForeignAccount account(String line) {
        String[] parts = line.split("\\s+", 2);
        if (parts.length < 2 || !PAGE.matcher(parts[0]).matches()) {
            throw new Refusal.Invalid("accounts", Message.of("privacy.request.no-account"));
        }
        return new ForeignAccount(parts[0], parts[1]);
    }
}

package org.mangrove.core.mail;

import java.util.Optional;
import org.mangrove.sdk.Tenant;

/**
 * What a tenant says of the mail to its people.
 *
 * @param isOn whether they are written to at all; not before somebody has said so
 * @param replyTo who reads what they answer, such as a mailbox of those who look after training
 */
public record TenantMail(boolean isOn, Optional<MailAddress> replyTo, MailHours hours) {

    static TenantMail untold(Tenant tenant) {
        return new TenantMail(false, Optional.empty(), MailHours.usual(tenant));
    }
}

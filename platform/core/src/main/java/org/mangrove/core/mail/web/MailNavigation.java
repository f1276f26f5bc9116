package org.mangrove.core.mail.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.Role;
import org.mangrove.core.pages.NavigationItem;
import org.mangrove.core.pages.NavigationSource;
import org.mangrove.sdk.Message;

/** Admins say whether their people are written to; what each of these wants is a page behind their data. */
@ApplicationScoped
public class MailNavigation implements NavigationSource {

    private static final List<NavigationItem> ITEMS =
            List.of(new NavigationItem(83, "mail", Message.of("mail.setting.title"), MailSettingResource.PLACE));

    @Override
    public List<NavigationItem> itemsFor(Caller caller) {
        return caller.is(Role.TENANT_ADMIN) ? ITEMS : List.of();
    }
}

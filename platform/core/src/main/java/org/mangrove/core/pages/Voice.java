package org.mangrove.core.pages;

import java.util.Locale;
import java.util.Optional;
import org.mangrove.core.localization.Customs;
import org.mangrove.core.localization.Spoken;
import org.mangrove.core.localization.Words;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;

/**
 * Speaks one language, as one tenant speaks it.
 *
 * @param tenant none where there is none: in the global core, and on pages of the platform
 */
public record Voice(Words words, Optional<TenantProfile> tenant, Locale locale, Customs customs) {

    Spoken say(Message message) {
        return tenant.map(profile -> words.speak(profile, locale, message))
                .orElseGet(() -> words.speak(locale, message));
    }

    Spoken sayHtml(Message message) {
        return tenant.map(profile -> words.speakHtml(profile, locale, message))
                .orElseGet(() -> words.speakHtml(locale, message));
    }
}

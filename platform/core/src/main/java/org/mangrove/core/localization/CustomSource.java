package org.mangrove.core.localization;

import java.util.Locale;
import java.util.Optional;
import org.mangrove.sdk.Tenant;
import org.mangrove.sdk.custom.Custom;

/**
 * Knows what a tenant's plugins say of dates and names. It keeps the answers: {@link LocalCustoms} asks for every page.
 */
public interface CustomSource {

    /** Empty if the tenant keeps what the language does anywhere. */
    Optional<Custom> find(Tenant tenant, Locale language);
}

package org.mangrove.core.identity;

import java.util.Locale;
import java.util.Optional;
import org.mangrove.core.tenancy.Address;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.TenantProfile;

/**
 * Who is asking, and whom, in the request that is being answered.
 *
 * <p>Read in {@code web} packages only, once at the start: everything below takes the tenant as an argument.
 */
public interface CurrentRequest {

    /** @throws org.mangrove.core.refusal.Refusal.NotFound if the request names no tenant */
    TenantProfile tenant();

    /** @throws org.mangrove.core.refusal.Refusal.NotFound if the request names no enterprise's core */
    Enterprise enterprise();

    /** Who has signed in to the tenant, if anybody. */
    Optional<Caller> findCaller();

    /** @throws org.mangrove.core.refusal.Refusal.NotSignedIn if nobody has */
    Caller caller();

    /**
     * A caller who has one of these roles at least.
     *
     * @throws org.mangrove.core.refusal.Refusal.NotSignedIn if nobody has signed in
     * @throws org.mangrove.core.refusal.Refusal.NotAllowed if the caller has none of them
     */
    Caller callerWith(Role... anyOf);

    /** Who has signed in to the global core of the enterprise, if anybody. */
    Optional<CoreCaller> findCoreCaller();

    /** @throws org.mangrove.core.refusal.Refusal.NotSignedIn if nobody has */
    CoreCaller coreCaller();

    /**
     * A caller in the global core who has one of these roles at least.
     *
     * @throws org.mangrove.core.refusal.Refusal.NotSignedIn if nobody has signed in
     * @throws org.mangrove.core.refusal.Refusal.NotAllowed if the caller has none of them
     */
    CoreCaller coreCallerWith(CoreRole... anyOf);

    Address address();

    /**
     * The language to answer in: what the person has chosen, else the first of the tenant or the enterprise. Where neither is
     * addressed, what the browser asks for.
     */
    Locale locale();

    /** What every form sends back as {@code _csrf}; empty where nobody has signed in. */
    String csrfToken();

    /** Names this request in answers and logs. */
    String requestId();
}

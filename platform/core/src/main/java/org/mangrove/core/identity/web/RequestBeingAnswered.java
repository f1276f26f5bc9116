package org.mangrove.core.identity.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.identity.Role;
import org.mangrove.core.logging.RequestId;
import org.mangrove.core.refusal.Refusal.NotAllowed;
import org.mangrove.core.refusal.Refusal.NotFound;
import org.mangrove.core.refusal.Refusal.NotSignedIn;
import org.mangrove.core.tenancy.Address;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;

/** Tells resources what the authentication mechanism found out. */
@RequestScoped
public class RequestBeingAnswered implements CurrentRequest {

    @Inject
    HttpServletRequest request;

    @Override
    public TenantProfile tenant() {
        return recognition().tenant().orElseThrow(RequestBeingAnswered::nobodyThere);
    }

    @Override
    public Enterprise enterprise() {
        return recognition().enterprise().orElseThrow(RequestBeingAnswered::nobodyThere);
    }

    @Override
    public Optional<Caller> findCaller() {
        return recognition().caller();
    }

    @Override
    public Caller caller() {
        tenant();
        return findCaller().orElseThrow(RequestBeingAnswered::notSignedIn);
    }

    @Override
    public Caller callerWith(Role... anyOf) {
        Caller caller = caller();
        if (Arrays.stream(anyOf).noneMatch(caller::is)) {
            throw new NotAllowed(Message.of("identity.role.not-allowed"));
        }
        return caller;
    }

    @Override
    public Optional<CoreCaller> findCoreCaller() {
        return recognition().coreCaller();
    }

    @Override
    public CoreCaller coreCaller() {
        enterprise();
        return findCoreCaller().orElseThrow(RequestBeingAnswered::notSignedIn);
    }

    @Override
    public CoreCaller coreCallerWith(CoreRole... anyOf) {
        CoreCaller caller = coreCaller();
        if (Arrays.stream(anyOf).noneMatch(caller::is)) {
            throw new NotAllowed(Message.of("identity.role.not-allowed"));
        }
        return caller;
    }

    @Override
    public Address address() {
        return recognition().address();
    }

    @Override
    public Locale locale() {
        Recognition known = recognition();
        Optional<Locale> stored = known.caller()
                .flatMap(Caller::language)
                .or(() -> known.coreCaller().flatMap(CoreCaller::language));
        Optional<String> inCookie = Cookies.find(request, Cookies.language(known.address()));
        List<Locale> ofTheHouse = known.tenant()
                .map(tenant -> tenant.tenant().languages())
                .or(() -> known.enterprise().map(enterprise -> List.of(enterprise.language())))
                .orElse(List.of());
        return RequestLanguage.of(
                stored, inCookie, ofTheHouse, Optional.ofNullable(request.getHeader("Accept-Language")));
    }

    @Override
    public String csrfToken() {
        return recognition().session().map(CsrfToken::mask).orElse("");
    }

    @Override
    public String requestId() {
        return RequestId.of(request);
    }

    private Recognition recognition() {
        return Recognition.of(request);
    }

    private static NotFound nobodyThere() {
        return new NotFound(Message.of("identity.address.nobody-there"));
    }

    private static NotSignedIn notSignedIn() {
        return new NotSignedIn(Message.of("identity.session.not-signed-in"));
    }
}

package org.mangrove.core.identity.web;

import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.MessagePolicy;
import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import jakarta.security.auth.message.callback.GroupPrincipalCallback;
import jakarta.security.auth.message.module.ServerAuthModule;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Map;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.UnsupportedCallbackException;
import org.jspecify.annotations.Nullable;

/**
 * Tells the container whom a request comes from, before anything else sees it. It is asked by Jakarta Authentication itself:
 * the bridge from there to mechanisms of Jakarta Security looks its mechanism up by name twice for each request.
 */
final class SignOnModule implements ServerAuthModule {

    private final SignOnMechanism mechanism;

    /** Set once, before the first request. */
    private volatile @Nullable CallbackHandler container;

    SignOnModule(SignOnMechanism mechanism) {
        this.mechanism = mechanism;
    }

    @Override
    public Class<?>[] getSupportedMessageTypes() {
        return new Class<?>[] {HttpServletRequest.class, HttpServletResponse.class};
    }

    @Override
    public void initialize(
            MessagePolicy request, MessagePolicy response, CallbackHandler handler, Map<String, Object> options) {
        container = handler;
    }

    @Override
    public AuthStatus validateRequest(MessageInfo message, Subject client, Subject service) throws AuthException {
        SignOnMechanism.Outcome outcome = mechanism.recognize(
                (HttpServletRequest) message.getRequestMessage(), (HttpServletResponse) message.getResponseMessage());
        return switch (outcome) {
            case SignOnMechanism.Outcome.Answered(boolean isFailure) ->
                isFailure ? AuthStatus.SEND_FAILURE : AuthStatus.SEND_CONTINUE;
            case SignOnMechanism.Outcome.Known(String name, Set<String> roles) -> {
                tell(
                        new CallerPrincipalCallback(client, name),
                        new GroupPrincipalCallback(client, roles.toArray(String[]::new)));
                yield AuthStatus.SUCCESS;
            }
            case SignOnMechanism.Outcome.Nobody nobody -> {
                tell(new CallerPrincipalCallback(client, (@Nullable Principal) null));
                yield AuthStatus.SUCCESS;
            }
        };
    }

    @Override
    public AuthStatus secureResponse(MessageInfo message, Subject service) {
        return AuthStatus.SEND_SUCCESS;
    }

    @Override
    public void cleanSubject(MessageInfo message, @Nullable Subject subject) {
        if (subject != null) {
            subject.getPrincipals().clear();
        }
    }

    private void tell(Callback... what) throws AuthException {
        CallbackHandler told = container;
        if (told == null) {
            throw new AuthException("Asked before the container has begun");
        }
        try {
            told.handle(what);
        } catch (IOException | UnsupportedCallbackException failed) {
            throw (AuthException) new AuthException("The container cannot be told who asks").initCause(failed);
        }
    }
}

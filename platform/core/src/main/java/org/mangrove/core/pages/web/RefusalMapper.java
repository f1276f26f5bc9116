package org.mangrove.core.pages.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.mangrove.core.refusal.Refusal;

/** Tells the caller why not. Who merely has not signed in is led to the sign-on by identity's own mapper. */
@Provider
@ApplicationScoped
public class RefusalMapper implements ExceptionMapper<Refusal> {

    @Inject
    ErrorAnswers answers;

    @Override
    public Response toResponse(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotFound notFound -> answers.refusal(404, "pages.error.not-found-title", notFound.reason());
            case Refusal.NotAllowed notAllowed ->
                answers.refusal(403, "pages.error.not-allowed-title", notAllowed.reason());
            case Refusal.NotSignedIn notSignedIn ->
                answers.refusal(401, "pages.error.not-signed-in-title", notSignedIn.reason());
            case Refusal.Conflict conflict -> answers.refusal(409, "pages.error.conflict-title", conflict.reason());
            case Refusal.Invalid invalid ->
                answers.refusal(400, "pages.error.invalid-title", invalid.reason(), invalid.details());
            case Refusal.ServedElsewhere elsewhere ->
                answers.refusal(421, "pages.error.served-elsewhere-title", elsewhere.reason());
            case Refusal.Unavailable unavailable ->
                answers.refusal(503, "pages.error.unavailable-title", unavailable.reason());
        };
    }
}

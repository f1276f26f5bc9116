package org.mangrove.core.pages.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.mangrove.core.database.StorageFailure;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/**
 * What nobody foresaw is logged once, under the number of the request, and told to nobody. A refusal in the wrapping of a
 * transaction that it ended is still a refusal.
 */
@Provider
@ApplicationScoped
public class FailureMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = System.getLogger(FailureMapper.class.getName());

    private static final int DEEPEST_WRAPPING = 8;

    @Inject
    ErrorAnswers answers;

    @Inject
    RefusalMapper refusals;

    @Inject
    CurrentRequest request;

    @Override
    public Response toResponse(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_WRAPPING; depth++) {
            if (cause instanceof Refusal refusal) {
                return refusals.toResponse(refusal);
            }
            cause = cause.getCause();
        }
        if (failure instanceof WebApplicationException byProtocol
                && byProtocol.getResponse().getStatus() < 500) {
            Response given = byProtocol.getResponse();
            return given.getStatus() < 400 ? given : answers.byProtocol(given.getStatus());
        }
        Optional<StorageFailure> storage = StorageFailure.of(failure);
        if (storage.isPresent()) {
            LOG.log(Level.WARNING, "Request {0} failed: {1}", request.requestId(), storage.get());
            return answers.refusal(503, "pages.error.unavailable-title", Message.of(reason(storage.get())));
        }
        LOG.log(Level.ERROR, "Request " + request.requestId() + " failed", failure);
        return answers.failure();
    }

    private static String reason(StorageFailure failure) {
        return switch (failure) {
            case NO_ROOM -> "pages.error.no-room";
            case AWAY -> "pages.error.database-away";
        };
    }
}

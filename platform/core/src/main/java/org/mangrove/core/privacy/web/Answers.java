package org.mangrove.core.privacy.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.pages.Flash;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** How forms of this slice are answered. */
@RequestScoped
public class Answers {

    @Inject
    CurrentRequest request;

    Response to(String place, Tone tone, Message done) {
        return new Flash(tone, done).shownAt(request.address(), place);
    }

    static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notOne) {
            throw new Refusal.NotFound(Message.of("privacy.request.not-found"));
        }
    }
}

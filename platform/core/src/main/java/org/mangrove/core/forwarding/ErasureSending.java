package org.mangrove.core.forwarding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.mangrove.core.forwarding.ErasureQueue.Sendable;
import org.mangrove.core.forwarding.ErasureRequest.State;
import org.mangrove.core.forwarding.TargetClient.Reply;
import org.mangrove.core.forwarding.store.StandingRows.Due;
import org.mangrove.sdk.TenantId;

/** Brings wishes to be forgotten to record stores elsewhere, again and again until there is an answer. */
@ApplicationScoped
class ErasureSending {

    private static final String SCHEMA = "mangrove.erasure-request/1";
    private static final int LONGEST_ANSWER = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    ErasureQueue queue;

    @Inject
    TargetClient client;

    List<Due> due(String cell, int most) {
        return queue.due(cell, most);
    }

    void send(TenantId tenant, UUID id) {
        Optional<Sendable> one = queue.begin(tenant, id);
        if (one.isPresent()) {
            send(tenant, id, one.get());
        }
    }

    private void send(TenantId tenant, UUID id, Sendable one) {
        URI address = one.address();
        // the secret is for the record store: it is shown to nobody else
        TargetLogin login = isSameOrigin(address, one.store()) ? one.login() : TargetLogin.NONE;
        Optional<Reply> reply = client.post(address, login, document(one, id));
        int status = reply.map(Reply::status).orElse(0);
        switch (status) {
            case 200, 204, 410 -> queue.answer(tenant, id, State.DONE, status, said(reply));
            case 201, 202 -> queue.answer(tenant, id, State.ACCEPTED, status, said(reply));
            case 0, 408, 429 -> fail(tenant, id, one, reply, status);
            default -> {
                if (status >= 500) {
                    fail(tenant, id, one, reply, status);
                } else {
                    queue.answer(tenant, id, State.REFUSED, status, said(reply));
                }
            }
        }
    }

    private void fail(TenantId tenant, UUID id, Sendable one, Optional<Reply> reply, int status) {
        Duration ours = BackOff.after(one.failures() + 1, ThreadLocalRandom.current());
        queue.fail(
                tenant,
                id,
                status,
                reply.flatMap(Reply::asked)
                        .map(asked -> BackOff.atLeast(asked, ours))
                        .orElse(ours));
    }

    /** Whom it is about goes there and nowhere else; who asks, and under which number we will ask after it. */
    private static String document(Sendable one, UUID id) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("schema", SCHEMA);
        document.put("reference", id.toString());
        document.put("sender", one.home());
        document.put("store", one.store().toString());
        document.put("askedAt", one.askedAt().toString());
        try {
            document.set("agents", JSON.readTree(one.agents()));
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("It was written here", unreadable);
        }
    }

    /** What an answer says of itself: its property {@code answer}, or nothing. */
    private static String said(Optional<Reply> reply) {
        try {
            String text = JSON.readTree(reply.map(Reply::text).orElse("{}"))
                    .path("answer")
                    .asText("")
                    .replaceAll("\\p{Cntrl}+", " ");
            return text.substring(0, Math.min(LONGEST_ANSWER, text.length()));
        } catch (JsonProcessingException garbage) {
            return "";
        }
    }

    private static boolean isSameOrigin(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && one.getPort() == other.getPort();
    }
}

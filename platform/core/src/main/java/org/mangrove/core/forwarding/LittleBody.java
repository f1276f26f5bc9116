package org.mangrove.core.forwarding;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Reads so much of an answer and hangs up: whoever sends without end fills nobody's memory. */
final class LittleBody implements BodySubscriber<byte[]> {

    private final int most;
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> done = new CompletableFuture<>();
    private @Nullable Subscription subscription;

    LittleBody(int most) {
        this.most = most;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return done;
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            var some = new byte[Math.min(buffer.remaining(), most - read.size())];
            buffer.get(some);
            read.writeBytes(some);
        }
        if (read.size() >= most && subscription != null) {
            subscription.cancel();
            done.complete(read.toByteArray());
        }
    }

    @Override
    public void onError(Throwable failed) {
        done.completeExceptionally(failed);
    }

    @Override
    public void onComplete() {
        done.complete(read.toByteArray());
    }
}

package org.mangrove.core.audit;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.mangrove.core.audit.LinkAnswer.Gone;
import org.mangrove.core.audit.LinkAnswer.There;
import org.mangrove.core.audit.LinkAnswer.Undecided;
import org.mangrove.core.network.Network;
import org.mangrove.core.network.Networks;
import org.mangrove.core.network.OutgoingHttp;

/**
 * Follows links over HTTP. Who writes a course writes where a node goes, so that it goes nowhere but to the open Internet and to
 * what an operator has opened; each address is looked up once, judged, and then gone to by number, also where a server leads on.
 * Every request has an end, and of no answer more is read than its head.
 */
public final class HttpLinkProbe implements LinkProbe, AutoCloseable {

    /** As many as browsers follow. */
    static final int MOST_HOPS = 20;

    private static final int MOST_CONNECTIONS = 64;

    /** What some servers say of a question that they have not understood. */
    private static final Set<Integer> ASK_AGAIN = Set.of(400, 403, 404, 405, 406, 410, 500, 501, 503);

    private final Networks opened;
    private final Duration longest;
    private final CloseableHttpClient client;

    /**
     * @param opened private networks to which links may lead
     * @param longest how long one request may take
     */
    public HttpLinkProbe(Networks opened, Duration longest) {
        this(opened, longest, SSLContexts.createSystemDefault());
    }

    HttpLinkProbe(Networks opened, Duration longest, SSLContext trust) {
        this.opened = opened;
        this.longest = longest;
        client = new OutgoingHttp(
                        "Mangrove link check",
                        trust,
                        longest,
                        ConnectionConfig.custom()
                                .setSocketTimeout(Timeout.of(longest))
                                .setValidateAfterInactivity(TimeValue.ofMilliseconds(100)),
                        MOST_CONNECTIONS)
                .client();
    }

    @Override
    public LinkAnswer ask(URI address) throws InterruptedException {
        LinkAnswer first = follow(address);
        // A server that is being started anew refuses, too, and who drops one line may take the next.
        return first instanceof Gone(Gone.Why why, int _) && why == Gone.Why.REFUSED
                        || first instanceof Undecided(Undecided.Why trouble) && trouble == Undecided.Why.TROUBLE
                ? again(address)
                : first;
    }

    private LinkAnswer again(URI address) throws InterruptedException {
        Thread.sleep(Duration.ofMillis(200));
        return follow(address);
    }

    /** What one request came to: an answer, or where to go instead. */
    private sealed interface Step {

        record Done(LinkAnswer answer) implements Step {}

        record Onward(URI to) implements Step {}
    }

    private LinkAnswer follow(URI address) throws InterruptedException {
        URI at = address;
        for (int hop = 0; hop <= MOST_HOPS; hop++) {
            Interruption.check();
            switch (step(at)) {
                case Step.Done(LinkAnswer answer) -> {
                    return answer;
                }
                case Step.Onward(URI to) -> at = to;
            }
        }
        return new Gone(Gone.Why.ENDLESS, 0);
    }

    private Step step(URI at) {
        String scheme = String.valueOf(at.getScheme()).toLowerCase(Locale.ROOT);
        if (at.getHost() == null || !(scheme.equals("http") || scheme.equals("https")) || at.getUserInfo() != null) {
            return new Step.Done(new Undecided(Undecided.Why.NOT_ALLOWED));
        }
        try {
            InetAddress[] all = InetAddress.getAllByName(at.getHost().replaceAll("^\\[|]$", ""));
            if (!Arrays.stream(all).allMatch(each -> opened.hold(each) || !Network.isOurs(each))) {
                return new Step.Done(new Undecided(Undecided.Why.NOT_ALLOWED));
            }
            var host = new HttpHost(scheme, all[0], at.getHost().replaceAll("^\\[|]$", ""), at.getPort());
            Head head = ask("HEAD", at, host);
            return meaning(at, ASK_AGAIN.contains(head.status()) ? ask("GET", at, host) : head);
        } catch (UnknownHostException nobody) {
            return new Step.Done(new Gone(Gone.Why.NO_SUCH_HOST, 0));
        } catch (Late | InterruptedIOException late) {
            return new Step.Done(new Undecided(Undecided.Why.TOO_SLOW));
        } catch (ConnectException refused) {
            return new Step.Done(new Gone(Gone.Why.REFUSED, 0));
        } catch (SSLException notBelieved) {
            return new Step.Done(new Undecided(Undecided.Why.NOT_BELIEVED));
        } catch (IOException trouble) {
            return new Step.Done(new Undecided(Undecided.Why.TROUBLE));
        }
    }

    /** What an answer begins with, which is all that is read of it. */
    private record Head(int status, Optional<String> location) {}

    /** Took longer than anything may, though each piece came in time. */
    private static final class Late extends IOException {
        private static final long serialVersionUID = 1;
    }

    private Head ask(String method, URI at, HttpHost host) throws IOException {
        var asked = new HttpUriRequestBase(method, at);
        asked.setHeader("Accept", "*/*");
        if (method.equals("GET")) {
            asked.setHeader("Range", "bytes=0-0");
        }
        var late = new CompletableFuture<Boolean>().completeOnTimeout(true, longest.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<Void> cut = late.thenAccept(isLate -> {
            if (isLate) {
                asked.abort();
            }
        });
        try {
            ClassicHttpResponse response = client.executeOpen(host, asked, null);
            Head head = new Head(
                    response.getCode(),
                    Optional.ofNullable(response.getFirstHeader("Location")).map(Header::getValue));
            if (response.getEntity() != null) {
                asked.abort();
            }
            close(response);
            return head;
        } catch (IOException failed) {
            if (late.getNow(false)) {
                throw new Late();
            }
            throw failed;
        } finally {
            late.complete(false);
            cut.join();
        }
    }

    /** However that goes, what was heard has been heard. */
    private static void close(ClassicHttpResponse response) {
        Closer.closeQuietly(response);
    }

    private static Step meaning(URI at, Head head) {
        int status = head.status();
        if (status == 301 || status == 302 || status == 303 || status == 307 || status == 308) {
            return head.location()
                    .flatMap(Citations::uri)
                    .<Step>map(to -> new Step.Onward(at.resolve(to)))
                    .orElseGet(() -> new Step.Done(new Gone(Gone.Why.NOT_FOUND, status)));
        }
        if (status == 404 || status == 410) {
            return new Step.Done(new Gone(Gone.Why.NOT_FOUND, status));
        }
        return new Step.Done(status >= 500 || status == 429 ? new Undecided(Undecided.Why.TROUBLE) : new There(status));
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}

package org.mangrove.core.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.util.Timeout;

/**
 * How a node goes where people have written that it should go: to addresses only that were judged before, never to a name, which
 * might say something else a moment later; not where a server leads on; without cookies, and once.
 *
 * @param agent as what it names itself
 * @param trust whose certificates are believed
 * @param toConnect how long a connection may take, its handshake apart
 * @param connections how long the other side may be silent, and how long a connection is kept
 * @param most connections at once
 */
public record OutgoingHttp(
        String agent, SSLContext trust, Duration toConnect, ConnectionConfig.Builder connections, int most) {

    /** The caller closes it. */
    public CloseableHttpClient client() {
        Timeout patience = Timeout.of(toConnect);
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new NoNames())
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(trust))
                        .setDefaultTlsConfig(
                                TlsConfig.custom().setHandshakeTimeout(patience).build())
                        .setDefaultConnectionConfig(
                                connections.setConnectTimeout(patience).build())
                        .setMaxConnTotal(most)
                        .setMaxConnPerRoute(most)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(patience)
                        .build())
                .setUserAgent(agent)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableConnectionState()
                .build();
    }

    /** Whoever wants to go somewhere brings the address. */
    private static final class NoNames implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            throw new UnknownHostException("Names are not looked up a second time");
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            throw new UnknownHostException("Names are not looked up a second time");
        }
    }
}

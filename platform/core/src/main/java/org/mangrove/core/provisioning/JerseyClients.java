package org.mangrove.core.provisioning;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.WebTarget;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.glassfish.jersey.client.JerseyClientBuilder;
import org.glassfish.jersey.client.proxy.WebResourceFactory;
import org.jspecify.annotations.Nullable;
import org.keycloak.admin.client.spi.ResteasyClientProvider;

/**
 * Lets Keycloak's admin client speak through the server's own Jersey: a second JAX-RS runtime in one WAR would take the
 * place of the first.
 */
final class JerseyClients implements ResteasyClientProvider {

    /** How representations are written and read: unknown properties of newer servers are passed over. */
    static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    @Override
    public Client newRestEasyClient(@Nullable Object provider, @Nullable SSLContext tls, boolean trustsEverybody) {
        var builder = new JerseyClientBuilder();
        if (tls != null) {
            builder.sslContext(tls);
        }
        return builder.connectTimeout(5, TimeUnit.SECONDS)
                .readTimeout(60, TimeUnit.SECONDS)
                .property("jersey.config.disableAutoDiscovery", true)
                .property("jersey.config.client.disableJsonBinding", true)
                .property("jersey.config.disableJsonBinding", true)
                .property("jersey.config.client.suppressHttpComplianceValidation", true)
                .register(new JacksonJsonProvider(JSON))
                .build();
    }

    @Override
    public <R> R targetProxy(WebTarget target, Class<R> type) {
        return WebResourceFactory.newResource(type, target);
    }
}

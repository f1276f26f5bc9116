package org.mangrove.server;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every resource and provider that is a bean of ours. They are found, not listed; other people's interfaces that carry a
 * {@code @Path}, such as those of Keycloak's admin client, are no beans and so stay out.
 */
@ApplicationPath("/")
public class MangroveApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return CDI.current().getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(Bean::getBeanClass)
                .filter(type -> type.getName().startsWith("org.mangrove."))
                .filter(type -> type.isAnnotationPresent(Path.class) || type.isAnnotationPresent(Provider.class))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Nobody is told how we are built: the description that Jersey makes of every resource names our classes. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}

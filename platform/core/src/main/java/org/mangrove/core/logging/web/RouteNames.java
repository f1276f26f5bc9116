package org.mangrove.core.logging.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import org.mangrove.core.logging.RequestRoute;

/** Notes on each request which route it leads to, such as {@code /courses/{course}}, so that the log can say so. */
@Provider
@ApplicationScoped
public class RouteNames implements DynamicFeature {

    @Override
    public void configure(ResourceInfo resource, FeatureContext features) {
        String route = "/" + path(resource.getResourceClass()) + "/" + path(resource.getResourceMethod());
        features.register(new Note(
                route.replaceAll("/+", "/").replaceAll("(?<=.)/$", "").replaceAll("\\{\\s*([^:}\\s]+)[^/]*}", "{$1}")));
    }

    private static String path(AnnotatedElement element) {
        return Optional.ofNullable(element.getAnnotation(Path.class))
                .map(Path::value)
                .orElse("");
    }

    private static final class Note implements ContainerRequestFilter {

        private final String route;

        Note(String route) {
            this.route = route;
        }

        @Override
        public void filter(ContainerRequestContext request) {
            request.setProperty(RequestRoute.PROPERTY, route);
        }
    }
}

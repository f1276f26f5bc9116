package org.mangrove.core.pages.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a form is read, a form must have been sent: a request that leaves its type open gets past {@code @Consumes}, and a
 * resource may say nothing of what it takes.
 */
@Provider
@ApplicationScoped
public class FormTypeFilter implements ContainerRequestFilter {

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        boolean readsForm = Stream.of(resource.getResourceMethod().getParameters())
                .anyMatch(parameter -> parameter.isAnnotationPresent(FormParam.class));
        if (readsForm && !isForm(request.getMediaType())) {
            throw new NotSupportedException();
        }
    }

    private static boolean isForm(@Nullable MediaType type) {
        MediaType form = MediaType.APPLICATION_FORM_URLENCODED_TYPE;
        return type != null
                && type.getType().equalsIgnoreCase(form.getType())
                && type.getSubtype().equalsIgnoreCase(form.getSubtype());
    }
}

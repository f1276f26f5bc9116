package org.mangrove.core.pages.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a form is read, a form must have been sent, with files or without as it is read: a request that leaves its type open
 * gets past {@code @Consumes}, and a resource may say nothing of what it takes.
 */
@Provider
@ApplicationScoped
public class FormTypeFilter implements ContainerRequestFilter {

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        List<Class<?>> fields = Stream.of(resource.getResourceMethod().getParameters())
                .<Class<?>>flatMap(FormTypeFilter::fieldsOf)
                .toList();
        if (!fields.isEmpty() && !isSentAs(formWith(fields), request.getMediaType())) {
            throw new NotSupportedException();
        }
    }

    /** The types of what a parameter takes from a form: itself, or what a bean has of it. */
    private static Stream<Class<?>> fieldsOf(Parameter parameter) {
        if (parameter.isAnnotationPresent(BeanParam.class)) {
            return Stream.of(parameter.getType().getDeclaredFields())
                    .filter(field -> field.isAnnotationPresent(FormParam.class))
                    .map(Field::getType);
        }
        return parameter.isAnnotationPresent(FormParam.class) ? Stream.of(parameter.getType()) : Stream.empty();
    }

    private static MediaType formWith(List<Class<?>> fields) {
        return fields.contains(EntityPart.class)
                ? MediaType.MULTIPART_FORM_DATA_TYPE
                : MediaType.APPLICATION_FORM_URLENCODED_TYPE;
    }

    private static boolean isSentAs(MediaType form, @Nullable MediaType sent) {
        return sent != null
                && sent.getType().equalsIgnoreCase(form.getType())
                && sent.getSubtype().equalsIgnoreCase(form.getSubtype());
    }
}

package org.mangrove.core.pages.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.pages.FlashCookie;
import org.mangrove.core.pages.Frame;
import org.mangrove.core.pages.Page;

/** Writes a {@link Page} as HTML, from templates that the build has compiled. */
@Provider
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class PageWriter implements MessageBodyWriter<Page> {

    @Inject
    Frames frames;

    @Inject
    CurrentRequest request;

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, PageWriter.class.getClassLoader(), "org.mangrove.templates");

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == Page.class;
    }

    @Override
    public void writeTo(
            Page page,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        write(page, headers, out);
    }

    void write(Page page, MultivaluedMap<String, Object> headers, OutputStream out) throws IOException {
        var html = new Utf8ByteOutput();
        Frame frame = frames.frame();
        templates.render(page.template() + ".jte", Map.of("page", frame, "model", page.model()), html);
        if (frame.flash().isPresent()) {
            headers.add(HttpHeaders.SET_COOKIE, FlashCookie.forget(request.address()));
        }
        headers.putSingle(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8");
        PageCompression.write(html, frames.accepts("gzip"), headers, out);
    }
}

package org.mangrove.core.pages.web;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.mangrove.core.pages.Page;

/** Says in our own words what the container itself turns down or fails at. The container sends its errors here. */
@WebServlet(ErrorServlet.PATH)
public class ErrorServlet extends HttpServlet {

    /** As {@code web.xml} has it. Whoever asks for it by name finds nothing there. */
    static final String PATH = "/-/error";

    private static final long serialVersionUID = 1L;

    @Inject
    @SuppressWarnings("serial")
    transient ErrorAnswers answers;

    @Inject
    @SuppressWarnings("serial")
    transient PageWriter pages;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = Optional.ofNullable((Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .orElse(HttpServletResponse.SC_NOT_FOUND);
        response.setStatus(status);
        Response answer = answers.byProtocol(status);
        var headers = new MultivaluedHashMap<String, Object>();
        answer.getHeaders().forEach(headers::put);
        var body = new ByteArrayOutputStream();
        if (answer.getEntity() instanceof Page page) {
            pages.write(page, headers, body);
        } else {
            body.writeBytes(answer.getEntity().toString().getBytes(StandardCharsets.UTF_8));
            headers.putSingle("Content-Type", answer.getMediaType().withCharset("utf-8"));
        }
        headers.forEach((name, values) -> values.forEach(value -> response.setHeader(name, value.toString())));
        response.setContentLength(body.size());
        body.writeTo(response.getOutputStream());
    }
}

package org.mangrove.core.records.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.EOFException;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mangrove.core.records.Document;
import org.mangrove.core.records.DocumentCondition;
import org.mangrove.core.records.DocumentCondition.Unconditionally;
import org.mangrove.core.records.DocumentContent;
import org.mangrove.core.records.DocumentHolder;
import org.mangrove.core.records.DocumentNames;
import org.mangrove.core.records.DocumentOutcome;
import org.mangrove.core.records.Documents;
import org.mangrove.core.records.EntityTags;
import org.mangrove.core.refusal.Refusal.Conflict;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.core.refusal.Refusal.NotFound;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.TenantId;

/** How documents come and go over HTTP, whatever they are about. */
@ApplicationScoped
class DocumentExchange {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);
    private static final Pattern MEDIA_TYPE = Pattern.compile("[!-.0-~]++/[!-~][ -~\\t]*+");
    private static final int LONGEST_TYPE = 255;
    private static final String BYTES = "application/octet-stream";
    private static final String IF_MATCH = "If-Match";
    private static final String IF_NONE_MATCH = "If-None-Match";

    /** A document may be a page of anybody's making: a browser that is led to it is not to run what it says. */
    private static final String HARMLESS = "default-src 'none'; sandbox";

    @Inject
    Documents documents;

    XapiAnswer one(TenantId tenant, XapiRequest request, DocumentHolder holder, String name) {
        Document document = documents
                .find(tenant, holder, name)
                .orElseThrow(() -> new NotFound(Message.of("records.document.not-found")));
        boolean isKnown = tags(request, IF_NONE_MATCH)
                .filter(tags -> tags.match(Optional.of(document.etag())))
                .isPresent();
        XapiAnswer answer = isKnown
                ? XapiAnswer.empty(304)
                : XapiAnswer.bytes(
                        200, document.content().type(), document.content().bytes());
        return answer.with("Content-Security-Policy", HARMLESS)
                .with("ETag", EntityTags.quoted(document.etag()))
                .with("Last-Modified", HTTP_DATE.format(document.modifiedAt()));
    }

    XapiAnswer names(TenantId tenant, DocumentHolder holder, Optional<Instant> since) {
        DocumentNames found = documents.names(tenant, holder, since);
        var names = JsonNodeFactory.instance.arrayNode();
        found.names().forEach(names::add);
        XapiAnswer answer = XapiAnswer.json(200, names);
        return found.modifiedAt()
                .map(time -> answer.with("Last-Modified", HTTP_DATE.format(time)))
                .orElse(answer);
    }

    XapiAnswer put(TenantId tenant, XapiRequest request, DocumentHolder holder, String name, Unconditionally otherwise)
            throws IOException {
        DocumentCondition condition = condition(request, otherwise);
        return told(documents.put(tenant, holder, name, content(request), condition));
    }

    XapiAnswer merge(TenantId tenant, XapiRequest request, DocumentHolder holder, String name) throws IOException {
        DocumentCondition condition = condition(request, Unconditionally.ANYTHING);
        return told(documents.merge(tenant, holder, name, content(request), condition));
    }

    XapiAnswer remove(TenantId tenant, XapiRequest request, DocumentHolder holder, String name) {
        return told(documents.remove(tenant, holder, name, condition(request, Unconditionally.ANYTHING)));
    }

    private static XapiAnswer told(DocumentOutcome outcome) {
        return switch (outcome) {
            case DONE -> XapiAnswer.noContent();
            case CONDITION_FAILED -> throw new XapiProblem(412, Message.of("records.document.changed"));
            case EXISTS -> throw new Conflict(Message.of("records.document.exists"));
            case CONDITION_MISSING -> throw new Invalid(IF_MATCH, Message.of("records.document.condition-missing"));
            case TOO_LARGE -> throw tooLarge();
        };
    }

    private static DocumentCondition condition(XapiRequest request, Unconditionally otherwise) {
        return new DocumentCondition(tags(request, IF_MATCH), tags(request, IF_NONE_MATCH), otherwise);
    }

    private static Optional<EntityTags> tags(XapiRequest request, String header) {
        return request.header(header).map(value -> EntityTags.read(value).orElseThrow(() -> unreadable(header)));
    }

    private static DocumentContent content(XapiRequest request) throws IOException {
        String type = request.contentType().orElse(BYTES);
        if (type.length() > LONGEST_TYPE || !MEDIA_TYPE.matcher(type).matches()) {
            throw unreadable("Content-Type");
        }
        if (request.contentLength() > DocumentContent.MOST_BYTES) {
            throw tooLarge();
        }
        byte[] bytes = request.body().readNBytes(DocumentContent.MOST_BYTES + 1);
        if (bytes.length > DocumentContent.MOST_BYTES) {
            throw tooLarge();
        }
        if (bytes.length < request.contentLength()) {
            throw new EOFException("The body ends early");
        }
        return new DocumentContent(type, bytes);
    }

    private static Invalid unreadable(String header) {
        return new Invalid(
                header, Message.of("records.document.header-unreadable").with("header", header));
    }

    private static XapiProblem tooLarge() {
        return new XapiProblem(413, Message.of("records.document.too-large").with("bytes", DocumentContent.MOST_BYTES));
    }
}

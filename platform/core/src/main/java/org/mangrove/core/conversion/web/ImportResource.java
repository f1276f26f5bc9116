package org.mangrove.core.conversion.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.content.Publishing;
import org.mangrove.core.conversion.Conversions;
import org.mangrove.core.conversion.Converted;
import org.mangrove.core.conversion.DocumentFormat;
import org.mangrove.core.conversion.Draft;
import org.mangrove.core.conversion.DraftFacts;
import org.mangrove.core.conversion.DraftMark;
import org.mangrove.core.conversion.Drafts;
import org.mangrove.core.conversion.LanguageChoice;
import org.mangrove.core.conversion.Picture;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.pages.Flash;
import org.mangrove.core.pages.LargestBody;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.pages.TypedForm;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantRegister;
import org.mangrove.sdk.Message;

/** Where authors bring in documents and make courses of them. */
@Path("masters/import")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class ImportResource {

    private static final String HOME = "/masters/import";
    private static final int LONGEST_ANSWER = 2_000;

    /**
     * @param languages that the enterprise's markets speak
     * @param problem why the last document was not taken, if it was not
     */
    public record ImportPage(List<DraftMark> drafts, List<Locale> languages, Optional<Message> problem) {}

    /**
     * @param existing the course of which it would become a version
     * @param isAnswered whether the author has said something, so that what is wrong can be told
     */
    public record DraftPage(Draft draft, DraftFacts facts, Optional<Drafts.Existing> existing, boolean isAnswered) {

        public String home() {
            return HOME + "/" + draft.id();
        }

        public Optional<Message> wrongWith(String field) {
            return isAnswered ? Optional.ofNullable(facts.wrong().get(field)) : Optional.empty();
        }
    }

    @Inject
    CurrentRequest request;

    @Inject
    Conversions conversions;

    @Inject
    Drafts drafts;

    @Inject
    TenantRegister register;

    @GET
    public Page all() {
        return page(author(), Optional.empty());
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @LargestBody(megabytes = DocumentFormat.MOST_BYTES / 1024 / 1024)
    public Response bring(
            @FormParam("document") @Nullable EntityPart document,
            @FormParam("language") @Nullable EntityPart language) {
        CoreCaller caller = author();
        try {
            if (document == null) {
                throw new Refusal.Invalid(Message.of("conversion.document.empty"));
            }
            String fileName = document.getFileName().orElse("");
            Converted converted = conversions.convert(
                    fileName,
                    bytes(document),
                    new LanguageChoice(chosen(caller, language), languages(caller), request.locale()));
            UUID draft = drafts.begin(caller.enterprise().id(), caller.actor(), fileName, converted);
            return answer(Tone.SUCCESS, "conversion.import.taken", HOME + "/" + draft);
        } catch (Refusal.Invalid | Refusal.Conflict | Refusal.Unavailable refused) {
            int status = refused instanceof Refusal.Unavailable ? 503 : refused instanceof Refusal.Conflict ? 409 : 400;
            return Response.status(status)
                    .entity(page(caller, Optional.of(refused.reason())))
                    .build();
        }
    }

    @GET
    @Path("{draft}")
    public Page show(@PathParam("draft") String draft) {
        CoreCaller caller = author();
        return page(caller, drafts.must(caller.enterprise().id(), caller.actor(), uuid(draft)));
    }

    @POST
    @Path("{draft}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(@PathParam("draft") String draft, MultivaluedMap<String, String> form) {
        CoreCaller caller = author();
        EnterpriseId enterprise = caller.enterprise().id();
        Draft there = drafts.must(enterprise, caller.actor(), uuid(draft));
        TypedForm typed = TypedForm.of(form, LONGEST_ANSWER);
        var answers = new TreeMap<String, String>();
        answers.put("answered", "yes");
        fieldsOf(there).filter(typed.values()::containsKey).forEach(field -> answers.put(field, typed.value(field)));
        drafts.answer(enterprise, caller.actor(), there.id(), answers);
        boolean isWhole = drafts.facts(drafts.must(enterprise, caller.actor(), there.id()))
                .facts()
                .isPresent();
        return isWhole
                ? answer(Tone.SUCCESS, "conversion.draft.saved-whole", HOME + "/" + there.id())
                : answer(Tone.INFO, "conversion.draft.saved", HOME + "/" + there.id());
    }

    @GET
    @Path("{draft}/package")
    @Produces("application/zip")
    public Response packed(@PathParam("draft") String draft) {
        CoreCaller caller = author();
        byte[] zip = drafts.zip(caller.enterprise().id(), caller.actor(), uuid(draft));
        String key = drafts.must(caller.enterprise().id(), caller.actor(), uuid(draft))
                .answer("key");
        return Response.ok(zip)
                .type("application/zip")
                .header("Content-Disposition", "attachment; filename=\"" + key + ".zip\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path("{draft}/publication")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response publish(@PathParam("draft") String draft) {
        CoreCaller caller = author();
        Publishing.Published published = drafts.publish(caller.enterprise().id(), caller.actor(), uuid(draft));
        return new Flash(
                        Tone.SUCCESS,
                        Message.of(published.isNew() ? "conversion.draft.published" : "conversion.draft.unchanged")
                                .with("version", published.no()))
                .shownAt(request.address(), "/masters/" + published.course());
    }

    /** As a candidate that others agree to, instead of publishing it at once. */
    @POST
    @Path("{draft}/submission")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response submit(@PathParam("draft") String draft) {
        CoreCaller caller = author();
        UUID submission = drafts.submit(caller.enterprise().id(), caller.actor(), uuid(draft));
        return answer(Tone.SUCCESS, "approval.submission.begun", "/approvals/" + submission);
    }

    /** Goes on in the editor, whether all is said or not. */
    @POST
    @Path("{draft}/editing")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response edit(@PathParam("draft") String draft) {
        CoreCaller caller = author();
        UUID begun = drafts.edit(caller.enterprise().id(), caller.actor(), uuid(draft));
        return answer(Tone.SUCCESS, "conversion.draft.opened", "/drafts/" + begun);
    }

    @POST
    @Path("{draft}/discarding")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response discard(@PathParam("draft") String draft) {
        CoreCaller caller = author();
        drafts.discard(caller.enterprise().id(), caller.actor(), uuid(draft));
        return answer(Tone.SUCCESS, "conversion.draft.thrown-away", HOME);
    }

    @POST
    @Path("{draft}/restoring")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response restore(@PathParam("draft") String draft) {
        CoreCaller caller = author();
        drafts.restore(caller.enterprise().id(), caller.actor(), uuid(draft));
        return answer(Tone.SUCCESS, "conversion.draft.back", HOME + "/" + uuid(draft));
    }

    @GET
    @Path("{draft}/pictures/{digest}")
    @Produces({"image/png", "image/jpeg", "image/webp"})
    public Response picture(@PathParam("draft") String draft, @PathParam("digest") String digest) {
        CoreCaller caller = author();
        Picture picture = drafts.mustShow(
                caller.enterprise().id(),
                caller.actor(),
                uuid(draft),
                Digest.parse(digest).orElseThrow(ImportResource::notFound));
        return Response.ok(picture.bytes())
                .type(picture.type().type())
                .header("Cache-Control", "private, no-store")
                .build();
    }

    private CoreCaller author() {
        return request.coreCallerWith(CoreRole.AUTHOR);
    }

    private static Stream<String> fieldsOf(Draft draft) {
        return Stream.concat(
                draft.fields().keySet().stream(), draft.wordless().stream().map(picture -> Draft.ALT + picture.id()));
    }

    private Page page(CoreCaller caller, Draft draft) {
        return Page.of(
                "conversion/draft",
                new DraftPage(
                        draft,
                        drafts.facts(draft),
                        drafts.existing(caller.enterprise().id(), draft),
                        !draft.answer("answered").isEmpty()));
    }

    private Page page(CoreCaller caller, Optional<Message> problem) {
        return Page.of(
                "conversion/import",
                new ImportPage(drafts.all(caller.enterprise().id(), caller.actor()), languages(caller), problem));
    }

    private List<Locale> languages(CoreCaller caller) {
        var languages = new ArrayList<Locale>();
        languages.add(Locale.ENGLISH);
        register.tenantsOf(caller.enterprise().id())
                .forEach(market -> languages.addAll(market.tenant().languages()));
        return languages.stream().distinct().toList();
    }

    /** One of those that there are; empty if the document is to be believed. */
    private Optional<Locale> chosen(CoreCaller caller, @Nullable EntityPart language) {
        if (language == null) {
            return Optional.empty();
        }
        String tag = new String(bytes(language), StandardCharsets.UTF_8);
        return languages(caller).stream()
                .filter(one -> one.toLanguageTag().equals(tag))
                .findFirst();
    }

    private static byte[] bytes(EntityPart part) {
        try (InputStream stream = part.getContent()) {
            byte[] bytes = stream.readNBytes(DocumentFormat.MOST_BYTES + 1);
            if (bytes.length > DocumentFormat.MOST_BYTES) {
                throw new Refusal.Invalid(Message.of("conversion.document.too-big")
                        .with("limit", DocumentFormat.MOST_BYTES / 1024 / 1024));
            }
            return bytes;
        } catch (IOException problem) {
            throw new UncheckedIOException("What was sent cannot be read", problem);
        }
    }

    private Response answer(Tone tone, String key, String place) {
        return new Flash(tone, Message.of(key)).shownAt(request.address(), place);
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notOne) {
            throw notFound();
        }
    }

    private static Refusal.NotFound notFound() {
        return new Refusal.NotFound(Message.of("conversion.draft.not-found"));
    }
}

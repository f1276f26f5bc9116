package org.mangrove.core.packages.web;

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
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.identity.People;
import org.mangrove.core.identity.PersonName;
import org.mangrove.core.identity.Role;
import org.mangrove.core.lineage.LocalRevision;
import org.mangrove.core.packages.BroughtPackage;
import org.mangrove.core.packages.MarketPackages;
import org.mangrove.core.packages.PackageDesk;
import org.mangrove.core.packages.PackageFile;
import org.mangrove.core.packages.Variants;
import org.mangrove.core.pages.Flash;
import org.mangrove.core.pages.LargestBody;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.pages.TypedForm;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;

/** Where a market sees which packages hold there, and puts its own in their place. */
@Path("package-desk")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class PackageDeskResource {

    static final String PLACE = "/package-desk";

    private static final int LONGEST_TEXT = 1_000;

    /** @param problem why the last file was not taken, if it was not */
    public record DeskPage(
            List<MarketPackages.Held> packages,
            List<PackageFile> files,
            List<Locale> languages,
            boolean mayWrite,
            Optional<Message> problem) {}

    /**
     * @param files that can be put in its place
     * @param names of those in the history who are still known
     * @param typed what did not go, if anything
     */
    public record PackagePage(
            MarketPackages.Held held,
            List<PackageFile> files,
            List<Locale> languages,
            List<LocalRevision> history,
            Map<UUID, PersonName> names,
            boolean mayWrite,
            TypedForm typed) {

        public PackageDesk desk() {
            return held.desk();
        }

        public String home() {
            return PLACE + "/" + desk().slug();
        }

        public Optional<PackageFile> file(Digest digest) {
            return files.stream().filter(file -> file.digest().equals(digest)).findFirst();
        }

        /** What is chosen for a language before anything is written. */
        public String chosen(Locale language) {
            return desk().said()
                    .flatMap(variants ->
                            Optional.ofNullable(variants.byLanguage().get(language.toLanguageTag())))
                    .map(Digest::hex)
                    .orElse("");
        }
    }

    @Inject
    CurrentRequest request;

    @Inject
    MarketPackages packages;

    @Inject
    People people;

    @Inject
    Clock clock;

    @GET
    public Page list() {
        return page(reader(), Optional.empty());
    }

    @POST
    @Path("files")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @LargestBody(megabytes = BroughtPackage.MOST_MEGABYTES)
    public Response bring(
            @FormParam("file") @Nullable EntityPart file, @FormParam("language") @Nullable EntityPart language) {
        Caller caller = writer();
        TenantProfile tenant = request.tenant();
        try {
            packages.keep(tenant, packages.take(tenant, WrittenPackage.brought(file, language)));
            return new Flash(Tone.SUCCESS, Message.of("packages.file.taken")).shownAt(request.address(), PLACE);
        } catch (Refusal.Invalid refused) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(page(caller, Optional.of(refused.reason())))
                    .build();
        }
    }

    @GET
    @Path("{package}")
    public Page show(@PathParam("package") String slug) {
        return page(reader(), slug, TypedForm.NOTHING);
    }

    @POST
    @Path("{package}/replacing")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response replace(@PathParam("package") String slug, MultivaluedMap<String, String> form) {
        return act(slug, form, (by, written) -> {
            ZoneId zone = by.tenant().tenant().timeZone();
            packages.replace(by, written.variants(), written.terms(LocalDate.ofInstant(clock.instant(), zone), zone));
            return Message.of("packages.replaced");
        });
    }

    @POST
    @Path("{package}/keeping")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response keep(@PathParam("package") String slug, MultivaluedMap<String, String> form) {
        return act(slug, form, (by, written) -> {
            packages.keepOurs(by, written.form().value("reason"));
            return Message.of("packages.kept");
        });
    }

    @POST
    @Path("{package}/giving-up")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response giveUp(@PathParam("package") String slug, MultivaluedMap<String, String> form) {
        return act(slug, form, (by, written) -> {
            packages.giveUp(by, written.form().value("reason"));
            return Message.of("packages.given-up");
        });
    }

    @POST
    @Path("{package}/restoring")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response restore(@PathParam("package") String slug, MultivaluedMap<String, String> form) {
        return act(slug, form, (by, written) -> {
            packages.restore(by, written.revision(), written.form().value("reason"));
            return Message.of("packages.restored");
        });
    }

    private interface Deed {
        Message done(MarketPackages.Writing by, WrittenPackage written);
    }

    private Response act(String slug, MultivaluedMap<String, String> form, Deed deed) {
        Caller caller = writer();
        var written = new WrittenPackage(TypedForm.of(form, LONGEST_TEXT));
        try {
            var by = new MarketPackages.Writing(request.tenant(), caller.person(), slug, written.seen());
            return new Flash(Tone.SUCCESS, deed.done(by, written)).shownAt(request.address(), PLACE + "/" + slug);
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return Response.status(
                            refused instanceof Refusal.Conflict
                                    ? Response.Status.CONFLICT
                                    : Response.Status.BAD_REQUEST)
                    .entity(page(caller, slug, written.form().with(refused)))
                    .build();
        }
    }

    private Caller reader() {
        return request.callerWith(Role.AUTHOR, Role.REVIEWER, Role.TENANT_ADMIN);
    }

    private Caller writer() {
        return request.callerWith(Role.AUTHOR, Role.TENANT_ADMIN);
    }

    private static boolean mayWrite(Caller caller) {
        return caller.is(Role.AUTHOR) || caller.is(Role.TENANT_ADMIN);
    }

    private Page page(Caller caller, Optional<Message> problem) {
        TenantProfile tenant = request.tenant();
        return Page.of(
                "packages/desk",
                new DeskPage(
                        packages.all(tenant),
                        packages.ownFiles(tenant),
                        tenant.tenant().languages(),
                        mayWrite(caller),
                        problem));
    }

    private Page page(Caller caller, String slug, TypedForm typed) {
        TenantProfile tenant = request.tenant();
        MarketPackages.Held held = packages.must(tenant, slug);
        List<LocalRevision> history = packages.history(tenant, slug);
        return Page.of(
                "packages/package-here",
                new PackagePage(
                        held,
                        files(tenant, held.desk()),
                        tenant.tenant().languages(),
                        history,
                        people.names(
                                tenant.tenant().id(),
                                history.stream()
                                        .flatMap(revision -> revision.by().stream())
                                        .distinct()
                                        .toList()),
                        mayWrite(caller),
                        typed));
    }

    /** Its own first, then those that have come down to it, also such as were above when it replaced them. */
    private List<PackageFile> files(TenantProfile tenant, PackageDesk desk) {
        var files = new ArrayList<>(packages.ownFiles(tenant));
        Stream.of(Stream.of(desk.above(), desk.here()), desk.said().stream(), desk.base().stream())
                .flatMap(variants -> variants)
                .flatMap(variants -> variants.all().stream())
                .map(Variants.Variant::digest)
                .distinct()
                .filter(digest -> files.stream().noneMatch(file -> file.digest().equals(digest)))
                .flatMap(digest -> packages.findFile(tenant, digest).stream())
                .toList()
                .forEach(files::add);
        return files;
    }
}

package org.mangrove.core.packages.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.governance.Act;
import org.mangrove.core.governance.DecisionRights;
import org.mangrove.core.governance.RightsBook;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.lineage.RuleBook;
import org.mangrove.core.packages.BroughtPackage;
import org.mangrove.core.packages.PackageDesk;
import org.mangrove.core.packages.PackageFile;
import org.mangrove.core.packages.PackageVersion;
import org.mangrove.core.packages.Packages;
import org.mangrove.core.packages.Variants;
import org.mangrove.core.pages.Flash;
import org.mangrove.core.pages.LargestBody;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.Paged;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.pages.TypedForm;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.TenantRegister;
import org.mangrove.sdk.Message;

/** Where headquarters brings packages of other hands, publishes them, locks and verifies them, and sees how they stand in markets. */
@Path("governance/packages")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class PackagesResource {

    static final String PLACE = "/governance/packages";

    private static final int LONGEST_TEXT = 1_000;
    private static final int ON_A_PAGE = 40;

    /**
     * @param today to know which reviews are due
     * @param typed what did not go, if anything
     */
    public record PackagesPage(
            Paged<Packages.Summary> packages,
            List<PackageFile> files,
            List<Locale> languages,
            LocalDate today,
            boolean mayBring,
            TypedForm typed,
            Optional<Message> problem) {}

    /** @param files that versions can be made of */
    public record PackagePage(
            Packages.Work work,
            Paged<Packages.Market> markets,
            List<PackageFile> files,
            List<Locale> languages,
            boolean mayPublish,
            boolean mayLock,
            boolean mayVerify,
            LocalDate today,
            Instant now,
            TypedForm typed) {

        public String home() {
            return PLACE + "/" + work.slug();
        }

        public PackageVersion version() {
            return work.version(now);
        }

        public Optional<PackageFile> file(Digest digest) {
            return files.stream().filter(file -> file.digest().equals(digest)).findFirst();
        }

        /** What is chosen for a language before anything is written. */
        public String chosen(Variants variants, Locale language) {
            return Optional.ofNullable(variants.byLanguage().get(language.toLanguageTag()))
                    .map(Digest::hex)
                    .orElse("");
        }

        public String chosenOfRegion(PackageDesk desk, Locale language) {
            return desk.said().map(variants -> chosen(variants, language)).orElse("");
        }
    }

    @Inject
    CurrentRequest request;

    @Inject
    Packages packages;

    @Inject
    RuleBook rules;

    @Inject
    RightsBook rights;

    @Inject
    TenantRegister register;

    @Inject
    Clock clock;

    @GET
    public Page list(@QueryParam("page") @DefaultValue("1") int number) {
        return page(reader(), number, TypedForm.NOTHING, Optional.empty());
    }

    @POST
    @Path("files")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @LargestBody(megabytes = BroughtPackage.MOST_MEGABYTES)
    public Response bring(
            @FormParam("file") @Nullable EntityPart file, @FormParam("language") @Nullable EntityPart language) {
        CoreCaller caller = request.coreCallerWith(CoreRole.AUTHOR);
        try {
            packages.keep(
                    caller.enterprise().id(), caller.actor(), packages.take(WrittenPackage.brought(file, language)));
            return new Flash(Tone.SUCCESS, Message.of("packages.file.taken")).shownAt(request.address(), PLACE);
        } catch (Refusal.Invalid refused) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(page(caller, 1, TypedForm.NOTHING, Optional.of(refused.reason())))
                    .build();
        }
    }

    /** The first version of a package. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(MultivaluedMap<String, String> form) {
        CoreCaller caller = reader();
        var written = new WrittenPackage(TypedForm.of(form, LONGEST_TEXT));
        try {
            String slug = written.form().value("slug");
            publish(caller, slug, written);
            return new Flash(Tone.SUCCESS, Message.of("packages.published"))
                    .shownAt(request.address(), PLACE + "/" + slug);
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return Response.status(status(refused))
                    .entity(page(caller, 1, written.form().with(refused), Optional.empty()))
                    .build();
        }
    }

    @GET
    @Path("{package}")
    public Page show(@PathParam("package") String slug, @QueryParam("page") @DefaultValue("1") int number) {
        return page(reader(), slug, number, TypedForm.NOTHING);
    }

    @POST
    @Path("{package}/versions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response publish(@PathParam("package") String slug, MultivaluedMap<String, String> form) {
        return act(slug, form, (caller, written) -> {
            publish(caller, slug, written);
            return Message.of("packages.published");
        });
    }

    private void publish(CoreCaller caller, String slug, WrittenPackage written) {
        Packages.Draft draft = written.draft();
        rights.mustMay(
                caller, DecisionRights.GLOBAL, Act.publishing(draft.change().name()));
        packages.publish(caller.enterprise().id(), caller.actor(), slug, draft);
    }

    @POST
    @Path("{package}/regions/{region}/replacing")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response replace(
            @PathParam("package") String slug,
            @PathParam("region") String region,
            MultivaluedMap<String, String> form) {
        return act(slug, form, (caller, written) -> {
            packages.replace(
                    writing(caller, slug, region, written), written.variants(), written.terms(today(), ZoneOffset.UTC));
            return Message.of("packages.replaced");
        });
    }

    @POST
    @Path("{package}/regions/{region}/keeping")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response keep(
            @PathParam("package") String slug,
            @PathParam("region") String region,
            MultivaluedMap<String, String> form) {
        return act(slug, form, (caller, written) -> {
            packages.keep(writing(caller, slug, region, written), written.form().value("reason"));
            return Message.of("packages.kept");
        });
    }

    @POST
    @Path("{package}/regions/{region}/giving-up")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response giveUp(
            @PathParam("package") String slug,
            @PathParam("region") String region,
            MultivaluedMap<String, String> form) {
        return act(slug, form, (caller, written) -> {
            packages.giveUp(
                    writing(caller, slug, region, written), written.form().value("reason"));
            return Message.of("packages.given-up");
        });
    }

    private Packages.Writing writing(CoreCaller caller, String slug, String region, WrittenPackage written) {
        rights.mustMay(caller, DecisionRights.GLOBAL, Act.ADAPT);
        return new Packages.Writing(caller.enterprise().id(), caller.actor(), slug, region, written.seen());
    }

    @POST
    @Path("{package}/locks")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response lock(@PathParam("package") String slug, MultivaluedMap<String, String> form) {
        return act(slug, form, (caller, written) -> {
            rights.mustMay(caller, DecisionRights.GLOBAL, Act.LOCK);
            rules.lock(
                    caller.enterprise().id(),
                    caller.actor(),
                    PackageVersion.TYPE,
                    written.lock(packages.work(caller.enterprise().id(), slug), now()));
            return Message.of("packages.lock.set");
        });
    }

    @POST
    @Path("{package}/locks/{lock}/lifting")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response lift(
            @PathParam("package") String slug, @PathParam("lock") String lock, MultivaluedMap<String, String> form) {
        return act(slug, form, (caller, written) -> {
            rights.mustMay(caller, DecisionRights.GLOBAL, Act.LOCK);
            UUID id = uuid(lock, "lineage.lock.not-found");
            if (packages.work(caller.enterprise().id(), slug).rules().locks().stream()
                    .noneMatch(there -> there.id().equals(id))) {
                throw new Refusal.NotFound(Message.of("lineage.lock.not-found"));
            }
            rules.lift(caller.enterprise().id(), caller.actor(), PackageVersion.TYPE, id);
            return Message.of("packages.lock.lifted");
        });
    }

    @POST
    @Path("{package}/claims")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response verify(@PathParam("package") String slug, MultivaluedMap<String, String> form) {
        return act(slug, form, (caller, written) -> {
            rights.mustMay(caller, DecisionRights.GLOBAL, Act.CLAIM);
            rules.claim(
                    caller.enterprise().id(),
                    PackageVersion.TYPE,
                    written.claim(packages.work(caller.enterprise().id(), slug), caller.actor(), today()));
            return Message.of("packages.claim.made");
        });
    }

    @POST
    @Path("{package}/claims/{claim}/taking-back")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response takeBack(
            @PathParam("package") String slug, @PathParam("claim") String claim, MultivaluedMap<String, String> form) {
        return act(slug, form, (caller, written) -> {
            rights.mustMay(caller, DecisionRights.GLOBAL, Act.CLAIM);
            UUID id = uuid(claim, "lineage.claim.not-found");
            if (packages.work(caller.enterprise().id(), slug).rules().claims().stream()
                    .noneMatch(there -> there.id().equals(id))) {
                throw new Refusal.NotFound(Message.of("lineage.claim.not-found"));
            }
            rules.takeBack(caller.enterprise().id(), caller.actor(), PackageVersion.TYPE, id);
            return Message.of("packages.claim.taken-back");
        });
    }

    private static UUID uuid(String id, String otherwise) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notOne) {
            throw new Refusal.NotFound(Message.of(otherwise));
        }
    }

    private interface Deed {
        Message done(CoreCaller caller, WrittenPackage written);
    }

    private Response act(String slug, MultivaluedMap<String, String> form, Deed deed) {
        CoreCaller caller = reader();
        var written = new WrittenPackage(TypedForm.of(form, LONGEST_TEXT));
        try {
            return new Flash(Tone.SUCCESS, deed.done(caller, written)).shownAt(request.address(), PLACE + "/" + slug);
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return Response.status(status(refused))
                    .entity(page(caller, slug, 1, written.form().with(refused)))
                    .build();
        }
    }

    private static Response.Status status(Refusal refused) {
        return refused instanceof Refusal.Conflict ? Response.Status.CONFLICT : Response.Status.BAD_REQUEST;
    }

    private CoreCaller reader() {
        return request.coreCallerWith(CoreRole.GOVERNOR, CoreRole.AUTHOR);
    }

    private Page page(CoreCaller caller, int number, TypedForm typed, Optional<Message> problem) {
        return Page.of(
                "packages/packages",
                new PackagesPage(
                        Paged.of(packages.all(caller.enterprise().id()), number, ON_A_PAGE),
                        packages.files(caller.enterprise().id()),
                        languages(caller),
                        today(),
                        caller.is(CoreRole.AUTHOR),
                        typed,
                        problem));
    }

    private Page page(CoreCaller caller, String slug, int number, TypedForm typed) {
        Packages.Work work = packages.work(caller.enterprise().id(), slug);
        return Page.of(
                "packages/package",
                new PackagePage(
                        work,
                        Paged.of(work.markets(), number, ON_A_PAGE),
                        packages.files(caller.enterprise().id()),
                        languages(caller),
                        rights.may(caller, DecisionRights.GLOBAL, Act.PUBLISH_MINOR),
                        rights.may(caller, DecisionRights.GLOBAL, Act.LOCK),
                        rights.may(caller, DecisionRights.GLOBAL, Act.CLAIM),
                        today(),
                        now(),
                        typed));
    }

    /** English, and those that the enterprise's markets speak. */
    private List<Locale> languages(CoreCaller caller) {
        var languages = new ArrayList<Locale>();
        languages.add(Locale.ENGLISH);
        register.tenantsOf(caller.enterprise().id())
                .forEach(market -> languages.addAll(market.tenant().languages()));
        return languages.stream().distinct().toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

package org.mangrove.core.content.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.Masters;
import org.mangrove.core.governance.Act;
import org.mangrove.core.governance.DecisionRights;
import org.mangrove.core.governance.RightsBook;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.Claim;
import org.mangrove.core.lineage.Level;
import org.mangrove.core.lineage.LockRule;
import org.mangrove.core.lineage.RuleBook;
import org.mangrove.core.pages.Flash;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.pages.TypedForm;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** Where governors say what markets may change in a master, and for which law its texts were verified. */
@Path("masters/{course}/rules")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class RulesResource {

    private static final String GLOBAL = "global";
    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_GRACE_IN_DAYS = 366;

    /** Nobody verifies a law for longer. */
    private static final int LONGEST_CLAIM_IN_YEARS = 10;

    /**
     * @param texts of the course, by its blocks
     * @param regions that may have rules of their own
     * @param now whether something holds already, or not any more
     */
    public record RulesPage(
            Masters.Master master,
            RuleBook.Entries entries,
            List<TextGroup> texts,
            List<String> regions,
            boolean mayLock,
            boolean mayClaim,
            TypedForm lock,
            TypedForm claim,
            Instant now) {

        public String home() {
            return "/masters/" + master.current().version().key();
        }

        /** The day before the one on which nobody may rely on it any more. */
        public LocalDate lastDay(Claim claim) {
            return LocalDate.ofInstant(claim.validUntil(), ZoneOffset.UTC).minusDays(1);
        }
    }

    @Inject
    CurrentRequest request;

    @Inject
    Masters masters;

    @Inject
    RuleBook rules;

    @Inject
    RightsBook rights;

    @Inject
    Clock clock;

    @GET
    public Page show(@PathParam("course") String course) {
        CoreCaller caller = request.coreCallerWith(CoreRole.AUTHOR, CoreRole.GOVERNOR);
        return page(caller, course, TypedForm.NOTHING, TypedForm.NOTHING);
    }

    @POST
    @Path("locks")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response lock(@PathParam("course") String course, MultivaluedMap<String, String> form) {
        CoreCaller caller = rightful(Act.LOCK);
        Masters.Master master = masters.must(caller.enterprise().id(), course, chain());
        TypedForm typed = TypedForm.of(form, LONGEST_TEXT);
        try {
            rules.lock(caller.enterprise().id(), caller.actor(), AssetVersion.TYPE, lock(master, typed));
            return answer(course, Message.of("content.rules.locked"));
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return again(page(caller, course, typed.with(refused), TypedForm.NOTHING));
        }
    }

    @POST
    @Path("locks/{lock}/lifting")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response lift(@PathParam("course") String course, @PathParam("lock") String lock) {
        CoreCaller caller = rightful(Act.LOCK);
        mustBeOf(caller, course, entries -> entries.locks().stream().map(RuleBook.SetLock::id), uuid(lock));
        rules.lift(caller.enterprise().id(), caller.actor(), AssetVersion.TYPE, uuid(lock));
        return answer(course, Message.of("content.rules.lifted"));
    }

    @POST
    @Path("claims")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response claim(@PathParam("course") String course, MultivaluedMap<String, String> form) {
        CoreCaller caller = rightful(Act.CLAIM);
        Masters.Master master = masters.must(caller.enterprise().id(), course, chain());
        TypedForm typed = TypedForm.of(form, LONGEST_TEXT);
        try {
            rules.claim(caller.enterprise().id(), AssetVersion.TYPE, claim(master, typed, caller.actor()));
            return answer(course, Message.of("content.rules.claimed"));
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return again(page(caller, course, TypedForm.NOTHING, typed.with(refused)));
        }
    }

    @POST
    @Path("claims/{claim}/taking-back")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response takeBack(@PathParam("course") String course, @PathParam("claim") String claim) {
        CoreCaller caller = rightful(Act.CLAIM);
        mustBeOf(caller, course, entries -> entries.claims().stream().map(RuleBook.MadeClaim::id), uuid(claim));
        rules.takeBack(caller.enterprise().id(), caller.actor(), AssetVersion.TYPE, uuid(claim));
        return answer(course, Message.of("content.rules.taken-back"));
    }

    private CoreCaller rightful(Act act) {
        CoreCaller caller = request.coreCallerWith(CoreRole.AUTHOR, CoreRole.GOVERNOR);
        rights.mustMay(caller, DecisionRights.GLOBAL, act);
        return caller;
    }

    private LockRule lock(Masters.Master master, TypedForm typed) {
        String space = typed.value("space");
        if (!space.equals(GLOBAL) && !regions(master).contains(space)) {
            throw new Refusal.Invalid("space", Message.of("content.rules.no-such-space"));
        }
        String target = typed.value("target");
        mustBeThere(master, target);
        long slashes = target.chars().filter(each -> each == '/').count();
        String key = master.current().version().key();
        Instant now = now();
        return new LockRule(
                space,
                space.equals(GLOBAL) ? Level.GLOBAL : Level.REGION,
                target.isEmpty() ? LockRule.Scope.ASSET : slashes == 0 ? LockRule.Scope.BLOCK : LockRule.Scope.FIELD,
                target.isEmpty() ? key : key + "/" + target,
                hold(typed.value("hold")),
                now,
                now.plus(Duration.ofDays(grace(typed.value("grace")))),
                typed.value("decider"),
                typed.value("reason"));
    }

    private Claim claim(Masters.Master master, TypedForm typed, UUID actor) {
        String target = typed.value("target");
        if (!target.contains("/")) {
            throw new Refusal.Invalid("target", Message.of("content.rules.no-such-text"));
        }
        mustBeThere(master, target);
        String[] parts = target.split("/", 2);
        return new Claim(
                master.current().version().key(),
                parts[0],
                parts[1],
                typed.value("jurisdiction"),
                typed.value("legalReference"),
                actor,
                lastDay(typed.value("validUntil"))
                        .plusDays(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant());
    }

    /** The course as a whole, one of its blocks, or one of their fields. */
    private static void mustBeThere(Masters.Master master, String target) {
        String[] parts = target.split("/", 2);
        Optional<Block> block = master.current().version().find(parts[0]);
        boolean isThere = target.isEmpty()
                || block.filter(there ->
                                parts.length == 1 || there.find(parts[1]).isPresent())
                        .isPresent();
        if (!isThere) {
            throw new Refusal.Invalid("target", Message.of("content.rules.no-such-text"));
        }
    }

    private static LockRule.Hold hold(String word) {
        return Stream.of(LockRule.Hold.values())
                .filter(hold -> hold.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new Refusal.Invalid("hold", Message.of("content.rules.no-such-hold")));
    }

    private static long grace(String days) {
        if (days.matches("\\d{1,3}") && Integer.parseInt(days) <= LONGEST_GRACE_IN_DAYS) {
            return Integer.parseInt(days);
        }
        throw new Refusal.Invalid("grace", Message.of("content.rules.no-grace").with("most", LONGEST_GRACE_IN_DAYS));
    }

    private LocalDate lastDay(String day) {
        LocalDate latest = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusYears(LONGEST_CLAIM_IN_YEARS);
        return read(day)
                .filter(read -> !read.isAfter(latest))
                .orElseThrow(() -> new Refusal.Invalid(
                        "validUntil", Message.of("content.rules.no-day").with("years", LONGEST_CLAIM_IN_YEARS)));
    }

    private static Optional<LocalDate> read(String day) {
        try {
            return Optional.of(LocalDate.parse(day));
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }

    private interface Ids {
        Stream<UUID> of(RuleBook.Entries entries);
    }

    /** What is another course's is not there. */
    private void mustBeOf(CoreCaller caller, String course, Ids ids, UUID id) {
        masters.must(caller.enterprise().id(), course, chain());
        if (ids.of(rules.of(caller.enterprise().id(), AssetVersion.TYPE, course))
                .noneMatch(id::equals)) {
            throw new Refusal.NotFound(Message.of("content.rules.not-found"));
        }
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notOne) {
            throw new Refusal.NotFound(Message.of("content.rules.not-found"));
        }
    }

    private Page page(CoreCaller caller, String course, TypedForm lock, TypedForm claim) {
        Masters.Master master = masters.must(caller.enterprise().id(), course, chain());
        return Page.of(
                "content/rules",
                new RulesPage(
                        master,
                        rules.of(caller.enterprise().id(), AssetVersion.TYPE, course),
                        master.current().version().blocks().stream()
                                .map(block -> TextGroup.of(block, chain()))
                                .toList(),
                        regions(master),
                        rights.may(caller, DecisionRights.GLOBAL, Act.LOCK),
                        rights.may(caller, DecisionRights.GLOBAL, Act.CLAIM),
                        lock,
                        claim,
                        now()));
    }

    private static List<String> regions(Masters.Master master) {
        return master.markets().stream()
                .flatMap(market -> market.region().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private Response answer(String course, Message done) {
        return new Flash(Tone.SUCCESS, done).shownAt(request.address(), "/masters/" + course + "/rules");
    }

    private static Response again(Page page) {
        return Response.status(Response.Status.BAD_REQUEST).entity(page).build();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private List<Locale> chain() {
        return Stream.of(request.locale(), Locale.of(request.locale().getLanguage()), Locale.ENGLISH)
                .distinct()
                .toList();
    }
}

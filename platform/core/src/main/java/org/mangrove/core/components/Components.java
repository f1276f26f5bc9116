package org.mangrove.core.components;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.components.store.ComponentRow;
import org.mangrove.core.components.store.ComponentStore;
import org.mangrove.core.components.store.RegisterRow;
import org.mangrove.core.components.store.RegisterStore;
import org.mangrove.core.database.AgainIfOvertaken;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.governance.Decided;
import org.mangrove.core.governance.DecisionKind;
import org.mangrove.core.governance.DecisionLog;
import org.mangrove.core.governance.MemberForgotten;
import org.mangrove.core.identity.CoreMember;
import org.mangrove.core.identity.CoreMemberships;
import org.mangrove.core.publication.Feed;
import org.mangrove.core.publication.FeedItem;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantRegister;
import org.mangrove.sdk.Message;

/**
 * The register of an enterprise's components. Each change is published whole to the cells, in the transaction in which it is made.
 *
 * <p>How an entry stands follows from what was decided and from the day; nothing has to run when a trial ends.
 */
@ApplicationScoped
public class Components {

    /** What a feed entry about it is called. */
    static final String REGISTER = "components.register";

    /** What the log of decisions calls it. */
    static final String TYPE = "component";

    /** How long something may be tried before somebody says anew why. */
    public static final int LONGEST_TRIAL_IN_DAYS = 366;

    public static final int LONGEST_TEXT = 1_000;
    public static final int LONGEST_NAME = 200;

    private static final int MOST = 1_000;
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST_KEY = 80;

    @Inject
    ComponentStore store;

    @Inject
    RegisterStore registers;

    @Inject
    CoreMemberships memberships;

    @Inject
    TenantRegister tenants;

    @Inject
    Feed feed;

    @Inject
    DecisionLog decisions;

    @Inject
    Clock clock;

    /**
     * What somebody decides.
     *
     * @param lastDay of a trial; of no meaning else
     */
    public record Verdict(Decision decision, Optional<LocalDate> lastDay, String reason) {}

    /** All entries, by their keys. */
    @Transactional
    public List<Component> all(EnterpriseId enterprise) {
        return store.all(enterprise, MOST).stream().map(ComponentRow::component).toList();
    }

    /** @throws Refusal.NotFound if the register has no such entry */
    @Transactional
    public Component must(EnterpriseId enterprise, String key) {
        return row(enterprise, key).component();
    }

    /**
     * In which markets each component may be met, by its key: of a plugin those that list it, of what else there is those that its
     * entry names, and if it names none, all.
     */
    @Transactional
    public Map<String, Set<String>> markets(EnterpriseId enterprise) {
        Map<String, Set<String>> listed = pluginsListed(enterprise);
        var markets = new HashMap<String, Set<String>>();
        for (Component component : all(enterprise)) {
            markets.put(
                    component.key(),
                    component.terms().kind() == ComponentKind.PLUGIN
                            ? listed.getOrDefault(component.key(), Set.of())
                            : everywhere(component.terms().markets(), enterprise));
        }
        return markets;
    }

    private Set<String> everywhere(Set<String> named, EnterpriseId enterprise) {
        return named.isEmpty() ? Set.copyOf(tenants(enterprise)) : named;
    }

    /** Plugins that some tenant's configuration lists and the register does not know, with those tenants. */
    @Transactional
    public Map<String, Set<String>> notEntered(EnterpriseId enterprise) {
        Map<String, Set<String>> listed = pluginsListed(enterprise);
        if (registers.find(enterprise, RegisterRow.ID).isEmpty()) {
            return Map.of();
        }
        all(enterprise).forEach(component -> listed.remove(component.key()));
        return listed;
    }

    /** The tenants' slugs, for whoever says where a component is used. */
    @Transactional
    public List<String> tenants(EnterpriseId enterprise) {
        return tenants.tenantsOf(enterprise).stream()
                .map(tenant -> tenant.tenant().slug())
                .sorted()
                .toList();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /**
     * Enters a component, and decides about it.
     *
     * @throws Refusal.Invalid if something is missing or cannot be so
     * @throws Refusal.Conflict if the key is taken
     */
    @AgainIfOvertaken
    @Transactional
    public void enter(
            EnterpriseId enterprise,
            UUID actor,
            String key,
            Terms terms,
            Optional<UUID> owner,
            Optional<UUID> steward,
            Verdict verdict) {
        hold(enterprise);
        if (!KEY.matcher(key).matches() || key.length() > LONGEST_KEY) {
            throw new Refusal.Invalid(
                    "key", Message.of("components.entry.no-key").with("most", LONGEST_KEY));
        }
        mustBeFree(enterprise, key);
        mustSay(enterprise, terms, owner, steward);
        mustDecide(verdict, Optional.empty());
        var component = new Component(
                Uuids.next(), key, terms, owner, steward, verdict.decision(), day(verdict), verdict.reason(), now());
        store.add(new ComponentRow(enterprise, component));
        log(enterprise, actor, DecisionKind.COMPONENT_ENTERED, component, verdict.reason());
    }

    /**
     * Says something else of a component; what was decided stays.
     *
     * @throws Refusal.Invalid if something is missing or cannot be so
     */
    @AgainIfOvertaken
    @Transactional
    public void change(
            EnterpriseId enterprise,
            UUID actor,
            String key,
            Terms terms,
            Optional<UUID> owner,
            Optional<UUID> steward) {
        hold(enterprise);
        ComponentRow row = row(enterprise, key);
        mustSay(enterprise, terms, owner, steward);
        if (terms.kind() != row.component().terms().kind()) {
            throw new Refusal.Invalid("kind", Message.of("components.entry.kind-stays"));
        }
        row.say(terms, owner, steward);
        log(enterprise, actor, DecisionKind.COMPONENT_CHANGED, row.component(), "");
    }

    /**
     * Adopts, refuses or ends a component, tries it, or tries it for longer.
     *
     * @throws Refusal.Invalid if nobody is told why or until when, or if the entry does not say yet what has to be said
     */
    @AgainIfOvertaken
    @Transactional
    public void decide(EnterpriseId enterprise, UUID actor, String key, Verdict verdict) {
        hold(enterprise);
        ComponentRow row = row(enterprise, key);
        Component before = row.component();
        mustDecide(verdict, Optional.of(before));
        row.decide(verdict.decision(), day(verdict), verdict.reason(), now());
        boolean isExtended = before.decision() == Decision.TRIAL && verdict.decision() == Decision.TRIAL;
        log(
                enterprise,
                actor,
                isExtended ? DecisionKind.COMPONENT_TRIAL_EXTENDED : DecisionKind.COMPONENT_DECIDED,
                row.component(),
                verdict.reason());
    }

    /**
     * Opens the register of an enterprise that has none, and enters what its configuration declares and the register does not know
     * yet. What was switched on before there was a register is entered with a day until which somebody has to say what it is for.
     */
    @AgainIfOvertaken
    @Transactional
    public void bring(Enterprise enterprise) {
        EnterpriseId id = enterprise.id();
        List<DeclaredComponent> declared = DeclaredComponent.of(enterprise.components());
        Optional<RegisterRow> opened = registers.find(id, RegisterRow.ID);
        Map<String, ComponentRow> there = new LinkedHashMap<>();
        store.all(id, MOST).forEach(row -> there.put(row.component().key(), row));
        boolean hasNews = declared.stream().anyMatch(each -> isNews(id, each, there));
        if (opened.isPresent() && !hasNews) {
            return;
        }
        hold(id);
        Map<String, UUID> members = byName(id);
        for (DeclaredComponent each : declared) {
            bring(id, each, Optional.ofNullable(there.get(each.key())), members);
        }
        if (opened.isEmpty()) {
            Set<String> known =
                    declared.stream().map(DeclaredComponent::key).collect(Collectors.toCollection(TreeSet::new));
            known.addAll(there.keySet());
            pluginsListed(id).keySet().stream()
                    .filter(plugin -> !known.contains(plugin))
                    .forEach(plugin -> store.add(new ComponentRow(id, unsaid(plugin))));
        }
        publish(id);
    }

    void forgotten(@Observes MemberForgotten member) {
        store.all(member.enterprise(), MOST).forEach(row -> row.forget(member.actor()));
    }

    private boolean isNews(EnterpriseId enterprise, DeclaredComponent declared, Map<String, ComponentRow> there) {
        Optional<Component> known =
                Optional.ofNullable(there.get(declared.key())).map(ComponentRow::component);
        return known.isEmpty()
                || known.get().decision() == Decision.TO_COMPLETE
                        && declared.terms().isComplete()
                        && byName(enterprise).containsKey(declared.owner());
    }

    /** Whoever is named and is no member yet is waited for: until then it counts as what somebody has to complete. */
    private void bring(
            EnterpriseId enterprise,
            DeclaredComponent declared,
            Optional<ComponentRow> known,
            Map<String, UUID> members) {
        Optional<UUID> owner = Optional.ofNullable(members.get(declared.owner()));
        Optional<UUID> steward = Optional.ofNullable(members.get(declared.steward()));
        boolean isWhole = owner.isPresent() && declared.terms().isComplete();
        if (known.isEmpty()) {
            store.add(new ComponentRow(
                    enterprise,
                    new Component(
                            Uuids.next(),
                            declared.key(),
                            declared.terms(),
                            owner,
                            steward,
                            isWhole ? declared.decision() : Decision.TO_COMPLETE,
                            isWhole ? declared.lastDay() : Optional.of(completeBy()),
                            isWhole ? declared.reason() : "",
                            now())));
        } else if (isWhole && known.get().component().decision() == Decision.TO_COMPLETE) {
            known.get().say(declared.terms(), owner, steward);
            known.get().decide(declared.decision(), declared.lastDay(), declared.reason(), now());
        }
    }

    private Component unsaid(String plugin) {
        var terms = new Terms(
                ComponentKind.PLUGIN, plugin, "", Set.of(), Set.of(), "", "", Optional.empty(), Optional.empty());
        return new Component(
                Uuids.next(),
                plugin,
                terms,
                Optional.empty(),
                Optional.empty(),
                Decision.TO_COMPLETE,
                Optional.of(completeBy()),
                "",
                now());
    }

    private LocalDate completeBy() {
        return today().plusDays(PublishedRegister.DAYS_TO_COMPLETE);
    }

    private Map<String, UUID> byName(EnterpriseId enterprise) {
        var members = new HashMap<String, UUID>();
        memberships.all(enterprise).stream()
                .filter(member -> !member.roles().isEmpty())
                .forEach(member -> member.byline().ifPresent(name -> members.putIfAbsent(name, member.actor())));
        return members;
    }

    private Map<String, Set<String>> pluginsListed(EnterpriseId enterprise) {
        var listed = new LinkedHashMap<String, Set<String>>();
        for (TenantProfile tenant : tenants.tenantsOf(enterprise)) {
            tenant.plugins()
                    .forEach(choice -> listed.computeIfAbsent(choice.id(), first -> new TreeSet<>())
                            .add(tenant.tenant().slug()));
        }
        return listed;
    }

    /** A register whose first entry somebody writes is opened by it. */
    private void hold(EnterpriseId enterprise) {
        if (registers.hold(enterprise).isEmpty()) {
            registers.add(new RegisterRow(enterprise, today()));
        }
    }

    private void log(EnterpriseId enterprise, UUID actor, DecisionKind kind, Component component, String reason) {
        String digest = publish(enterprise);
        var details = new HashMap<String, String>();
        details.put("kind", component.terms().kind().word());
        details.put("decision", component.decision().word());
        component.lastDay().ifPresent(day -> details.put("last-day", day.toString()));
        decisions.record(
                enterprise, new Decided(kind, TYPE, component.key(), List.of(), details, digest), actor, reason);
    }

    /** @return the digest of what is published */
    private String publish(EnterpriseId enterprise) {
        var register = new PublishedRegister(
                registers
                        .find(enterprise, RegisterRow.ID)
                        .map(RegisterRow::since)
                        .orElseGet(this::today),
                all(enterprise).stream().map(Component::permit).toList());
        String document = Definitions.write(register);
        feed.append(enterprise, FeedItem.of(REGISTER, "all", document));
        return Digest.of(document.getBytes(StandardCharsets.UTF_8)).hex();
    }

    private ComponentRow row(EnterpriseId enterprise, String key) {
        return store.find(enterprise, key)
                .orElseThrow(() -> new Refusal.NotFound(Message.of("components.entry.not-found")));
    }

    private void mustBeFree(EnterpriseId enterprise, String key) {
        if (store.find(enterprise, key).isPresent()) {
            throw new Refusal.Invalid("key", Message.of("components.entry.key-is-taken"));
        }
        if (store.all(enterprise, MOST).size() >= MOST) {
            throw new Refusal.Conflict(Message.of("components.entry.too-many").with("most", MOST));
        }
    }

    private void mustSay(EnterpriseId enterprise, Terms terms, Optional<UUID> owner, Optional<UUID> steward) {
        mustSay(terms.name(), LONGEST_NAME, "name");
        mustSay(terms.objective(), LONGEST_TEXT, "objective");
        mustSay(terms.data(), LONGEST_TEXT, "data");
        if (terms.supplier().length() > LONGEST_NAME) {
            throw new Refusal.Invalid(
                    "supplier", Message.of("components.entry.too-long").with("most", LONGEST_NAME));
        }
        if (terms.purposes().isEmpty()) {
            throw new Refusal.Invalid("purposes", Message.of("components.entry.no-purpose"));
        }
        if (!tenants(enterprise).containsAll(terms.markets())) {
            throw new Refusal.Invalid("markets", Message.of("components.entry.no-market"));
        }
        Set<UUID> members = memberships.all(enterprise).stream()
                .filter(member -> !member.roles().isEmpty())
                .map(CoreMember::actor)
                .collect(Collectors.toSet());
        if (owner.filter(members::contains).isEmpty()) {
            throw new Refusal.Invalid("owner", Message.of("components.entry.no-owner"));
        }
        if (steward.filter(actor -> !members.contains(actor)).isPresent()) {
            throw new Refusal.Invalid("steward", Message.of("components.entry.no-owner"));
        }
    }

    private static void mustSay(String text, int longest, String place) {
        if (text.isBlank() || text.length() > longest) {
            throw new Refusal.Invalid(
                    place, Message.of("components.entry.say-something").with("most", longest));
        }
    }

    /** Nothing is switched on of which nobody has said what it is for and who answers for it. */
    private void mustDecide(Verdict verdict, Optional<Component> about) {
        mustSay(verdict.reason(), LONGEST_TEXT, "reason");
        if (verdict.decision() == Decision.TO_COMPLETE) {
            throw new Refusal.Invalid("decision", Message.of("components.entry.no-decision"));
        }
        boolean isSwitchedOn = verdict.decision() == Decision.TRIAL || verdict.decision() == Decision.ADOPTED;
        boolean isWhole = about.map(component ->
                        component.terms().isComplete() && component.owner().isPresent())
                .orElse(true);
        if (isSwitchedOn && !isWhole) {
            throw new Refusal.Invalid("decision", Message.of("components.entry.not-complete"));
        }
        LocalDate today = today();
        boolean isDay = verdict.lastDay()
                .filter(day -> !day.isBefore(today) && !day.isAfter(today.plusDays(LONGEST_TRIAL_IN_DAYS)))
                .isPresent();
        if (verdict.decision() == Decision.TRIAL && !isDay) {
            throw new Refusal.Invalid(
                    "lastDay", Message.of("components.entry.no-day").with("most", LONGEST_TRIAL_IN_DAYS));
        }
    }

    private static Optional<LocalDate> day(Verdict verdict) {
        return verdict.decision() == Decision.TRIAL ? verdict.lastDay() : Optional.empty();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

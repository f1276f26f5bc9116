package org.mangrove.core.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.audit.Usages.Heard;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.components.Component;
import org.mangrove.core.components.ComponentKind;
import org.mangrove.core.components.Components;
import org.mangrove.core.components.Purpose;
import org.mangrove.core.components.Standing;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.BlockFields;
import org.mangrove.core.content.Branches;
import org.mangrove.core.content.Candidate;
import org.mangrove.core.content.CourseFields;
import org.mangrove.core.content.Masters;
import org.mangrove.core.content.MediaCredit;
import org.mangrove.core.content.Retirement;
import org.mangrove.core.content.Retirements;
import org.mangrove.core.content.Reuse;
import org.mangrove.core.content.ShownFile;
import org.mangrove.core.content.TextCredit;
import org.mangrove.core.extension.PluginDescription;
import org.mangrove.core.extension.Plugins;
import org.mangrove.core.identity.CoreMember;
import org.mangrove.core.identity.CoreMemberships;
import org.mangrove.core.learning.CourseUse;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Claim;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.RuleBook;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantRegister;

/**
 * Takes the inventory of an enterprise from what its core knows: its masters with their claims, what its cells tell of their use,
 * and the plugins, systems and tools of its register. Owners of courses are names, of teams most often: one has left if it is the
 * public name of somebody who worked in the core and does not any more. Texts are the enterprise's own unless a course
 * says by what licence it says them.
 */
@ApplicationScoped
public class Inventories {

    /** What an audit is measured for, twice over. */
    static final int MOST = 20_000;

    private static final int AT_ONCE = 200;

    @Inject
    Masters masters;

    @Inject
    Retirements retirements;

    @Inject
    RuleBook rules;

    @Inject
    Usages usages;

    @Inject
    Plugins plugins;

    @Inject
    Components components;

    @Inject
    CoreMemberships memberships;

    @Inject
    TenantRegister register;

    @Inject
    Clock clock;

    /** @param silent markets of which it is not known what they use */
    public record Taken(Inventory inventory, List<String> silent) {}

    /**
     * Some at a time, each in a transaction of its own; what is published anew meanwhile is taken as it is then. What is given up is
     * left out: whatever is wrong with it, nobody has to mend it any more.
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Taken take(EnterpriseId enterprise) throws InterruptedException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Heard heard = usages.of(enterprise);
        Map<String, Retirement> givenUp = retirements.all(enterprise);
        var assets = new TreeMap<String, AuditedAsset>();
        Optional<UUID> after = Optional.empty();
        List<Masters.Newest> some;
        do {
            Interruption.check();
            some = masters.newest(enterprise, after, AT_ONCE);
            List<String> keys =
                    some.stream().map(each -> each.candidate().version().key()).toList();
            Map<String, List<Claim>> claims =
                    rules.claims(enterprise, keys).stream().collect(Collectors.groupingBy(Claim::asset));
            for (Masters.Newest each : some) {
                String key = each.candidate().version().key();
                boolean isGivenUp = Optional.ofNullable(givenUp.get(key))
                        .filter(retirement -> retirement.holdsOn(retirements.today()))
                        .isPresent();
                if (!isGivenUp) {
                    assets.put(key, asset(each, claims.getOrDefault(key, List.of()), heard));
                }
                after = Optional.of(each.id());
            }
        } while (some.size() == AT_ONCE && assets.size() < MOST);
        return new Taken(
                new Inventory(
                        today, List.copyOf(assets.values()), tools(enterprise, today), Fact.of(departed(enterprise))),
                heard.silent());
    }

    /** A name that somebody else goes by who is still there has not left. */
    private Set<String> departed(EnterpriseId enterprise) {
        Map<Boolean, Set<String>> names = memberships.all(enterprise).stream()
                .filter(member -> member.byline().isPresent())
                .collect(Collectors.partitioningBy(
                        member -> member.roles().isEmpty(),
                        Collectors.mapping(member -> member.byline().orElseThrow(), Collectors.toSet())));
        var departed = new TreeSet<>(names.get(true));
        departed.removeAll(names.get(false));
        return departed;
    }

    private static AuditedAsset asset(Masters.Newest newest, List<Claim> claims, Heard heard) {
        Candidate candidate = newest.candidate();
        AssetVersion version = candidate.version();
        return new AuditedAsset(
                version.key(),
                title(version),
                passages(version),
                version.blocks().stream()
                        .filter(block ->
                                block.kind().isStep() && Reuse.of(block).isEmpty())
                        .map(Inventories::step)
                        .toList(),
                media(candidate),
                claims.stream().map(Inventories::law).toList(),
                Fact.of(version.facts().owner()),
                Fact.of(version.facts().steward()),
                Fact.of(version.facts().objective()),
                Fact.of(version.facts().reviewDue()),
                LocalDate.ofInstant(newest.publishedAt(), ZoneOffset.UTC),
                textLicences(version.facts().textCredit()),
                usage(version.key(), heard));
    }

    private static String title(AssetVersion version) {
        return version.blocks()
                .getFirst()
                .find("title")
                .map(field -> field.in(List.of(Locale.ENGLISH)).text())
                .orElse(version.key());
    }

    /** In the order of reading, language by language. What another course says is looked at there, where it can be mended. */
    static List<Passage> passages(AssetVersion version) {
        var passages = new ArrayList<Passage>();
        for (Locale language : version.facts().languages()) {
            for (Block block : version.blocks()) {
                if (Reuse.of(block).isPresent()) {
                    continue;
                }
                block.fields().keySet().stream()
                        .sorted(CourseFields.readingOrder(block))
                        .forEach(path -> said(block, path, language)
                                .ifPresent(text -> passages.add(new Passage(block.id(), path, language, text))));
            }
        }
        return passages;
    }

    private static Optional<String> said(Block block, String path, Locale language) {
        return block.find(path)
                .filter(field -> CourseFields.isProse(path, field))
                .flatMap(field -> field instanceof Field.Worded worded
                        ? Optional.ofNullable(worded.words().get(language.toLanguageTag()))
                        : Optional.empty());
    }

    /** Which options are right is said by their places: ids are words of somebody's language. */
    private static String step(Block block) {
        List<String> options = ids(block, "options");
        List<String> correct = ids(block, "correct");
        if (block.kind() == BlockKind.TABLE) {
            return "%s %d %d"
                    .formatted(
                            block.kind().word(),
                            ids(block, "rows").size(),
                            ids(block, "columns").size());
        }
        if (block.kind() == BlockKind.ACCORDION) {
            return block.kind().word() + " " + ids(block, "parts").size();
        }
        if (block.kind() == BlockKind.ORDER) {
            return block.kind().word() + " " + ids(block, "items").size();
        }
        if (block.kind() == BlockKind.MATCH) {
            List<String> targets = ids(block, "targets");
            return "%s %d %s"
                    .formatted(
                            block.kind().word(),
                            targets.size(),
                            options.stream()
                                    .map(option -> String.valueOf(
                                            targets.indexOf(neutral(block, BlockFields.PAIRS + option)) + 1))
                                    .collect(Collectors.joining(",")));
        }
        if (block.kind() == BlockKind.NUMBER) {
            return "%s %s %s".formatted(block.kind().word(), neutral(block, "value"), neutral(block, "tolerance"));
        }
        if (block.kind() == BlockKind.SCENARIO) {
            return block.kind().word() + " " + shape(Branches.of(block.fields()));
        }
        if (options.isEmpty()) {
            return block.kind().word();
        }
        String right = correct.stream()
                .map(id -> String.valueOf(options.indexOf(id) + 1))
                .sorted()
                .collect(Collectors.joining(","));
        return "%s %d %s".formatted(block.kind().word(), options.size(), right);
    }

    /** Which scene leads to which, by their places. */
    private static String shape(Branches branches) {
        List<String> places = branches.scenes().stream().map(Branches.Scene::id).toList();
        return branches.scenes().stream()
                .map(scene -> scene.end()
                        .map(Branches.End::word)
                        .orElseGet(() -> scene.ways().stream()
                                .map(way -> String.valueOf(places.indexOf(way.to()) + 1))
                                .collect(Collectors.joining("+"))))
                .collect(Collectors.joining(","));
    }

    private static String neutral(Block block, String path) {
        return block.find(path).map(field -> field.in(List.of()).text()).orElse("");
    }

    private static List<String> ids(Block block, String field) {
        return block.find(field)
                .map(value -> value instanceof Field.Neutral ids ? ids.ids() : List.<String>of())
                .orElse(List.of());
    }

    private static List<AuditedMedia> media(Candidate candidate) {
        Map<String, List<MediaCredit>> credits =
                candidate.version().facts().credits().stream().collect(Collectors.groupingBy(MediaCredit::digest));
        var media = new ArrayList<AuditedMedia>();
        for (Block block : candidate.version().blocks()) {
            // What is pinned may be shown here only.
            if (Reuse.of(block).filter(reuse -> !reuse.isPinned()).isPresent()) {
                continue;
            }
            block.fields().forEach((path, field) -> {
                if (CourseFields.isMedia(path)) {
                    for (String digest : files(field)) {
                        Optional.ofNullable(candidate.files().get(digest))
                                .ifPresent(file -> media.add(shown(block, file, credits.get(digest))));
                    }
                }
            });
        }
        return media;
    }

    private static Set<String> files(Field field) {
        return switch (field) {
            case Field.Neutral(String digest) -> Set.of(digest);
            case Field.Worded worded -> new TreeSet<>(worded.words().values());
        };
    }

    private static AuditedMedia shown(Block block, ShownFile file, @Nullable List<MediaCredit> credits) {
        return new AuditedMedia(block.id(), new Digest(file.digest()), file.type(), licences(credits));
    }

    /** What is one's own has no licence, and what has no end does not end. */
    private static Fact<List<Licence>> textLicences(Optional<TextCredit> credit) {
        return credit.flatMap(given -> given.until().map(last -> new Licence(given.licence(), last)))
                .map(licence -> Fact.of(List.of(licence)))
                .orElseGet(Fact::none);
    }

    /** What has no end does not end. */
    private static Fact<List<Licence>> licences(@Nullable List<MediaCredit> credits) {
        if (credits == null) {
            return Fact.unknown();
        }
        if (credits.stream().anyMatch(credit -> credit.until().isEmpty())) {
            return Fact.none();
        }
        return Fact.of(credits.stream()
                .map(credit -> new Licence(credit.licence(), credit.until().orElseThrow()))
                .toList());
    }

    /** A claim holds until a moment; it may be relied on through the day before. */
    private static ReliedLaw law(Claim claim) {
        return new ReliedLaw(
                claim.block(),
                claim.legalReference(),
                claim.jurisdiction(),
                LocalDate.ofInstant(claim.validUntil().minusNanos(1), ZoneOffset.UTC));
    }

    /** As long as one market has told nothing, what nobody uses elsewhere may be used there. */
    private static Fact<Usage> usage(String course, Heard heard) {
        List<CourseUse> uses = heard.reports().stream()
                .flatMap(report -> report.courses().stream())
                .filter(use -> use.course().equals(course))
                .toList();
        Optional<LocalDate> last = uses.stream()
                .map(CourseUse::last)
                .max(Comparator.naturalOrder())
                .map(YearMonth::atEndOfMonth);
        return heard.silent().isEmpty()
                ? Fact.of(new Usage(
                        last, uses.stream().mapToLong(CourseUse::underWay).sum()))
                : Fact.unknown();
    }

    /**
     * Plugins that some tenant has switched on, each once, whatever its versions, and what else the register has that is in use: also
     * what is off since its trial ended, for as long as nobody has decided.
     */
    private List<AuditedTool> tools(EnterpriseId enterprise, LocalDate today) {
        Map<String, Set<String>> markets = new HashMap<>();
        for (TenantProfile tenant : register.tenantsOf(enterprise)) {
            tenant.plugins()
                    .forEach(choice -> markets.computeIfAbsent(choice.id(), first -> new TreeSet<>())
                            .add(tenant.tenant().slug()));
        }
        Map<String, Component> entries =
                components.all(enterprise).stream().collect(Collectors.toMap(Component::key, component -> component));
        Map<UUID, String> members = memberships.all(enterprise).stream()
                .filter(member -> !member.roles().isEmpty())
                .collect(Collectors.toMap(
                        CoreMember::actor,
                        member -> member.byline().orElse(member.actor().toString())));
        var tools = new TreeMap<String, AuditedTool>();
        for (PluginDescription plugin : plugins.installed()) {
            String id = plugin.name().id();
            Optional.ofNullable(markets.get(id))
                    .ifPresent(where -> tools.put(
                            id,
                            new AuditedTool(id, plugin.description(), Locale.ENGLISH, plugin.points(), Set.of(), where)
                                    .withoutEntry()));
        }
        Map<String, Set<String>> met = components.markets(enterprise);
        for (Component component : entries.values()) {
            Standing standing = component.on(today);
            boolean isPlugin = component.terms().kind() == ComponentKind.PLUGIN;
            if (standing.isOn() || standing.wantsDecision()) {
                AuditedTool tool = Optional.ofNullable(tools.get(component.key()))
                        .orElseGet(() -> new AuditedTool(
                                component.key(),
                                component.terms().objective(),
                                Locale.ENGLISH,
                                Set.of(),
                                Set.of(),
                                met.getOrDefault(component.key(), Set.of())));
                tools.put(component.key(), tool.with(entry(component, standing, today, members)));
            } else if (isPlugin) {
                tools.remove(component.key());
            }
        }
        return List.copyOf(tools.values());
    }

    private static ToolEntry entry(Component component, Standing standing, LocalDate today, Map<UUID, String> members) {
        boolean isTrialOver = standing == Standing.IN_GRACE || standing == Standing.TRIAL_OVER;
        return new ToolEntry(
                component.terms().objective(),
                component.owner().map(actor -> members.getOrDefault(actor, actor.toString())),
                component.owner().filter(actor -> !members.containsKey(actor)).isPresent(),
                component.terms().purposes().stream().map(Purpose::word).collect(Collectors.toSet()),
                isTrialOver ? component.lastDay() : Optional.empty(),
                component.terms().contractEnd().filter(today::isAfter));
    }
}

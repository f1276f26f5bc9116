package org.mangrove.core.provisioning;

import com.ibm.icu.text.NumberingSystem;
import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mangrove.sdk.Message;

/** Holds the files against each other, and against what the world knows: zones, languages, calendars, plugins. */
final class CrossChecks {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final Pattern SECURE_ADDRESS = Pattern.compile("(https://[^\\s/]+|\\$\\{keycloak})(/\\S*)?");
    private static final String GLOBAL = "global";
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> TIME_ZONES = new TreeSet<>(ZoneId.getAvailableZoneIds());
    private static final Set<String> CALENDARS =
            Set.of(Calendar.getKeywordValuesForLocale("calendar", ULocale.ROOT, false));
    private static final Set<String> NUMBERING_SYSTEMS = Set.of(NumberingSystem.getAvailableNames());

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private final Map<String, Section> cells;
    private final Section cellsFile;
    private final List<EnterpriseFolder> enterprises;
    private final KnownPlugins plugins;
    private final Secrets secrets;
    private final List<Problem> problems = new ArrayList<>();

    /** What must be there once only: what it is and its name, and in which file it was seen first. */
    private final Map<List<String>, String> taken = new HashMap<>();

    CrossChecks(Section cellsFile, List<EnterpriseFolder> enterprises, KnownPlugins plugins, Secrets secrets) {
        this.cellsFile = cellsFile;
        this.cells = cellsFile.sectionsByKey("cells");
        this.enterprises = List.copyOf(enterprises);
        this.plugins = plugins;
        this.secrets = secrets;
    }

    List<Problem> check() {
        // On one machine media.localhost stands where tenants do.
        taken.put(List.of("host", "media"), "mangrove.media.url");
        for (Section place : cells.values()) {
            country(place, "country");
        }
        country(cellsFile.section("core"), "country");
        for (EnterpriseFolder folder : enterprises) {
            checkEnterprise(folder);
            folder.tenants().forEach((slug, tenant) -> checkTenant(folder, slug, tenant));
        }
        return problems;
    }

    private void checkEnterprise(EnterpriseFolder folder) {
        Section enterprise = folder.enterprise();
        mustBeFree("host", folder.slug(), enterprise);
        languageNames(enterprise.section("names"));
        language(enterprise, enterprise.text("language"), "language");
        if (!enterprise.section("names").has(enterprise.text("language"))) {
            add(
                    enterprise,
                    Message.of("provisioning.names.lack-the-language").with("language", enterprise.text("language")),
                    "names");
        }
        enterprise.sectionsByKey("regions").values().forEach(region -> languageNames(region.section("names")));
        oneOf(enterprise, "home-realm", realms(folder));
        checkRights(folder);
        checkComponents(folder);
    }

    private void checkComponents(EnterpriseFolder folder) {
        folder.enterprise().sectionsByKey("components").forEach((key, component) -> {
            for (String day : List.of("trial-until", "contract-end")) {
                component.findText(day).ifPresent(text -> day(component, day, text));
            }
            if (component.has("cost")) {
                oneOf(component.section("cost"), "currency", CURRENCIES);
            }
            if (component.text("kind").equals("plugin")
                    && !plugins.versions().isEmpty()
                    && !plugins.versions().containsKey(key)) {
                add(
                        component,
                        Message.of("provisioning.components.no-such-plugin").with("plugin", key),
                        "kind");
            }
            component.texts("markets").stream()
                    .filter(market -> !folder.tenants().containsKey(market))
                    .forEach(market -> add(
                            component,
                            Message.of("provisioning.components.no-such-market").with("market", market),
                            "markets"));
        });
    }

    private void day(Section section, String key, String text) {
        try {
            LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            add(section, Message.of("provisioning.components.no-day").with("found", text), key);
        }
    }

    private void checkRights(EnterpriseFolder folder) {
        Section enterprise = folder.enterprise();
        var spaces = new TreeSet<String>(enterprise.sectionsByKey("regions").keySet());
        spaces.addAll(folder.tenants().keySet());
        spaces.add(GLOBAL);
        enterprise.sectionsByKey("rights").forEach((space, rights) -> {
            if (!spaces.contains(space)) {
                add(
                        enterprise,
                        Message.of("provisioning.rights.no-such-space")
                                .with("space", space)
                                .with("allowed", String.join(", ", spaces)),
                        "rights",
                        space);
            }
            rights.sectionsByKey("rules").forEach((name, rule) -> {
                if (!space.equals(GLOBAL) && rule.has("changes")) {
                    add(rule, Message.of("provisioning.rights.no-class-there").with("space", space), "changes");
                }
            });
        });
    }

    private Set<String> realms(EnterpriseFolder folder) {
        var realms = new TreeSet<String>();
        cells.values().forEach(cell -> realms.add(folder.slug() + "-" + cell.text("zone")));
        return realms;
    }

    private void checkTenant(EnterpriseFolder folder, String slug, Section tenant) {
        mustBeFree("host", slug, tenant);
        oneOf(tenant, "cell", cells.keySet());
        if (tenant.has("region")) {
            oneOf(tenant, "region", folder.enterprise().sectionsByKey("regions").keySet());
        }
        checkCustoms(tenant);
        checkPurposes(tenant);
        if (!COLOUR.matcher(tenant.section("theme").text("brand")).matches()) {
            add(
                    tenant.section("theme"),
                    Message.of("provisioning.theme.brand-is-no-colour")
                            .with("found", tenant.section("theme").text("brand")),
                    "brand");
        }
        checkPlugins(tenant);
        checkIdentity(folder, tenant);
        tenant.section("words").node().propertyNames().forEach(tag -> language(tenant, tag, "words", tag));
    }

    private void checkCustoms(Section tenant) {
        languageNames(tenant.section("names"));
        List<String> languages = tenant.texts("languages");
        for (int index = 0; index < languages.size(); index++) {
            String language = languages.get(index);
            language(tenant, language, "languages", Integer.toString(index));
            if (!tenant.section("names").has(language)) {
                add(tenant, Message.of("provisioning.names.lack-the-language").with("language", language), "names");
            }
        }
        oneOf(tenant, "time-zone", TIME_ZONES);
        oneOf(tenant, "calendar", CALENDARS);
        oneOf(tenant, "numbering-system", NUMBERING_SYSTEMS);
    }

    private void checkPurposes(Section tenant) {
        Map<String, Section> entities = tenant.sectionsByKey("legal-entities");
        entities.values().forEach(entity -> country(entity, "country"));
        var seen = new HashSet<List<String>>();
        for (Section purpose : tenant.sections("purposes")) {
            oneOf(purpose, "legal-entity", entities.keySet());
            if (!seen.add(List.of(purpose.text("purpose"), purpose.text("legal-entity")))) {
                doubled(purpose, "purpose", purpose.text("purpose"));
            }
        }
    }

    private void checkPlugins(Section tenant) {
        var seen = new HashSet<String>();
        for (Section plugin : tenant.sections("plugins")) {
            String id = plugin.text("id");
            if (!plugins.versions().isEmpty()) {
                oneOf(plugin, "id", plugins.versions().keySet());
            }
            if (plugins.versions().containsKey(id)) {
                oneOf(plugin, "version", plugins.versions().get(id));
            }
            if (!seen.add(id)) {
                doubled(plugin, "id", id);
            }
        }
    }

    private void checkIdentity(EnterpriseFolder folder, Section tenant) {
        Section identity = tenant.section("identity");
        String realm = identity.text("realm");
        Section cell = cells.get(tenant.text("cell"));
        if (cell != null) {
            String zoneRealm = folder.slug() + "-" + cell.text("zone");
            if (!realm.equals(zoneRealm)) {
                add(
                        identity,
                        Message.of("provisioning.identity.realm-is-elsewhere")
                                .with("found", realm)
                                .with("allowed", zoneRealm)
                                .with("cell", tenant.text("cell")),
                        "realm");
            }
        }
        mustBeFree("organization", realm + "/" + identity.text("organization"), identity, "organization");
        mustBeFree("client", realm + "/" + identity.text("client"), identity, "client");
        for (String domain : identity.texts("domains")) {
            mustBeFree("domain", realm + "/" + domain, identity, "domains");
        }
        identity.sectionsByKey("providers").forEach((alias, provider) -> checkProvider(identity, alias, provider));
        long straight = identity.sectionsByKey("providers").values().stream()
                .filter(provider -> provider.isTrue("straight-there"))
                .count();
        if (straight > 1) {
            add(identity, Message.of("provisioning.identity.two-providers-straight-there"), "providers");
        }
    }

    private void checkProvider(Section identity, String alias, Section provider) {
        mustBeFree("provider", identity.text("realm") + "/" + alias, provider);
        languageNames(provider.section("names"));
        boolean isOpenId = provider.text("kind").equals("oidc");
        for (String needed : isOpenId ? List.of("issuer", "client-id") : List.of("metadata-url")) {
            if (!provider.has(needed)) {
                add(provider, Message.of("provisioning.key.is-missing").with("missing", needed));
            }
        }
        for (String address : List.of("issuer", "metadata-url")) {
            if (provider.has(address)
                    && !SECURE_ADDRESS.matcher(provider.text(address)).matches()) {
                add(
                        provider,
                        Message.of("provisioning.identity.address-is-not-secure")
                                .with("at", address)
                                .with("found", provider.text(address)),
                        address);
            }
        }
        if (provider.has("client-secret")) {
            boolean isPlayed = isOpenId && provider.has("issuer") && StandInCompany.plays(provider.text("issuer"));
            secret(provider, "client-secret", isPlayed ? secrets::findForStandIn : secrets::find);
        }
        List<String> own = identity.texts("domains");
        for (String domain : provider.texts("domains")) {
            if (!own.contains(domain)) {
                add(provider, Choices.refuse("domains", domain, own), "domains");
            }
        }
    }

    private void secret(Section section, String key, Function<String, Optional<String>> known) {
        Secrets.nameIn(section.text(key))
                .ifPresentOrElse(
                        name -> {
                            if (known.apply(name).isEmpty()) {
                                add(
                                        section,
                                        Message.of("provisioning.secret.is-not-set")
                                                .with("name", name),
                                        key);
                            }
                        },
                        () -> add(
                                section,
                                Message.of("provisioning.secret.is-in-clear")
                                        .with("at", key)
                                        .with("example", "${env:MANGROVE_NAME}"),
                                key));
    }

    private void languageNames(Section names) {
        names.node().propertyNames().forEach(tag -> language(names, tag, tag));
    }

    private void language(Section section, String tag, String... keys) {
        Locale locale = Locale.forLanguageTag(tag);
        if (!LANGUAGES.contains(locale.getLanguage()) || !locale.toLanguageTag().equals(tag)) {
            add(section, Message.of("provisioning.language.is-unknown").with("found", tag), keys);
        }
    }

    private void country(Section section, String key) {
        if (!Arrays.asList(Locale.getISOCountries()).contains(section.text(key))) {
            add(section, Message.of("provisioning.country.is-unknown").with("found", section.text(key)), key);
        }
    }

    private void oneOf(Section section, String key, Collection<String> known) {
        if (!known.contains(section.text(key))) {
            add(section, Choices.refuse(key, section.text(key), known), key);
        }
    }

    private void mustBeFree(String what, String name, Section section, String... keys) {
        String first = taken.putIfAbsent(List.of(what, name), section.file().name());
        if (first != null) {
            add(
                    section,
                    Message.of("provisioning.name.is-taken")
                            .with("thing", what)
                            .with("found", name.substring(name.indexOf('/') + 1))
                            .with("by", first),
                    keys);
        }
    }

    private void doubled(Section section, String key, String found) {
        add(
                section,
                Message.of("provisioning.key.is-doubled")
                        .with("found", found)
                        .with("line", section.file().lineOf(section.path())),
                key);
    }

    private void add(Section section, Message what, String... keys) {
        problems.add(keys.length == 0 ? section.problem(what) : section.problem(what, keys));
    }
}

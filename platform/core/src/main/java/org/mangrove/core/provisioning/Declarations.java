package org.mangrove.core.provisioning;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mangrove.core.tenancy.TenantProfile;
import tools.jackson.databind.JsonNode;

/** Makes values of files in which no mistake was found. */
final class Declarations {

    private final Map<String, CellDeclaration> cells = new LinkedHashMap<>();

    private Declarations(Section file) {
        file.sectionsByKey("cells").forEach((name, place) -> cells.put(name, cell(name, place)));
    }

    static TenantsConfig of(Section cells, List<EnterpriseFolder> folders) {
        var declarations = new Declarations(cells);
        return new TenantsConfig(
                cell("core", cells.section("core")),
                List.copyOf(declarations.cells.values()),
                folders.stream().map(declarations::enterprise).toList());
    }

    private static CellDeclaration cell(String name, Section place) {
        return new CellDeclaration(name, place.text("zone"), place.text("city"), place.text("country"));
    }

    private EnterpriseDeclaration enterprise(EnterpriseFolder folder) {
        Section file = folder.enterprise();
        var regions = new ArrayList<RegionDeclaration>();
        file.sectionsByKey("regions")
                .forEach((slug, region) ->
                        regions.add(new RegionDeclaration(slug, names(region), region.texts("jurisdictions"))));
        var tenants = new ArrayList<TenantDeclaration>();
        folder.tenants().forEach((slug, tenant) -> tenants.add(tenant(slug, tenant)));
        return new EnterpriseDeclaration(
                folder.slug(),
                names(file),
                Locale.forLanguageTag(file.text("language")),
                file.text("home-realm"),
                quality(file),
                flat(file, "rights"),
                flat(file, "components"),
                regions,
                tenants);
    }

    /** Flat, so that it can be compared value by value. */
    private static Map<String, String> quality(Section file) {
        var values = new TreeMap<String, String>();
        Section quality = file.section("quality");
        file.sectionsByKey("quality")
                .keySet()
                .forEach(criterion -> quality.textsByKey(criterion)
                        .forEach((parameter, value) -> values.put(criterion + "." + parameter, value)));
        return values;
    }

    /** Flat as well; of several words one text. */
    private static Map<String, String> flat(Section file, String what) {
        var values = new TreeMap<String, String>();
        flatten(file.section(what).node(), "", values);
        return values;
    }

    private static void flatten(JsonNode node, String name, Map<String, String> into) {
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> flatten(
                            entry.getValue(), name.isEmpty() ? entry.getKey() : name + "." + entry.getKey(), into));
        } else if (node.isArray()) {
            var words = new ArrayList<String>();
            node.forEach(element -> words.add(element.asString("")));
            into.put(name, String.join(" ", words));
        } else if (node.isValueNode()) {
            into.put(name, node.asString(""));
        }
    }

    private TenantDeclaration tenant(String slug, Section file) {
        Section identity = file.section("identity");
        var providers = new ArrayList<ProviderDeclaration>();
        identity.sectionsByKey("providers").forEach((alias, provider) -> providers.add(provider(alias, provider)));
        CellDeclaration cell = Optional.ofNullable(cells.get(file.text("cell"))).orElseThrow();
        return new TenantDeclaration(
                slug,
                cell.name(),
                cell.zone(),
                file.findText("region"),
                names(file),
                regional(file),
                new TenantProfile.Identity(
                        identity.text("realm"),
                        identity.text("organization"),
                        identity.text("client"),
                        providers.stream()
                                .filter(ProviderDeclaration::straightThere)
                                .map(ProviderDeclaration::alias)
                                .findFirst()),
                identity.texts("domains"),
                providers,
                new TenantProfile.Theme(
                        file.section("theme").text("brand").toLowerCase(Locale.ROOT),
                        file.section("theme").findText("logo")),
                legalEntities(file),
                file.sections("purposes").stream().map(Declarations::purpose).toList(),
                file.sections("plugins").stream().map(Declarations::plugin).toList(),
                words(file));
    }

    private static TenantDeclaration.Regional regional(Section file) {
        return new TenantDeclaration.Regional(
                file.texts("languages").stream().map(Locale::forLanguageTag).toList(),
                ZoneId.of(file.text("time-zone")),
                file.text("calendar"),
                file.text("numbering-system"),
                day(file.text("first-day-of-week")),
                file.texts("weekend").stream()
                        .map(Declarations::day)
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                file.texts("jurisdictions"));
    }

    private static List<TenantProfile.LegalEntity> legalEntities(Section file) {
        var entities = new ArrayList<TenantProfile.LegalEntity>();
        file.sectionsByKey("legal-entities")
                .forEach((key, entity) -> entities.add(new TenantProfile.LegalEntity(
                        key, entity.text("name"), entity.text("country"), entity.isTrue("works-council"))));
        return entities;
    }

    private static TenantProfile.Purpose purpose(Section purpose) {
        return new TenantProfile.Purpose(
                purpose.text("purpose"),
                purpose.text("legal-entity"),
                purpose.text("basis"),
                purpose.text("reference"),
                purpose.number("retention-days"));
    }

    private static TenantProfile.PluginChoice plugin(Section plugin) {
        var settings = new LinkedHashMap<String, Object>();
        plugin.section("settings")
                .node()
                .properties()
                .forEach(setting -> settings.put(setting.getKey(), plain(setting.getValue())));
        return new TenantProfile.PluginChoice(
                plugin.text("id"), plugin.text("version"), plugin.texts("grants"), settings);
    }

    private static ProviderDeclaration provider(String alias, Section provider) {
        ProviderDeclaration.Protocol protocol = provider.text("kind").equals("oidc")
                ? new ProviderDeclaration.OpenIdConnect(
                        provider.text("issuer"),
                        provider.text("client-id"),
                        provider.findText("client-secret").flatMap(Secrets::nameIn))
                : new ProviderDeclaration.Saml(
                        provider.text("metadata-url"), samlAttributes(provider.section("attributes")));
        return new ProviderDeclaration(
                alias, protocol, names(provider), provider.texts("domains"), provider.isTrue("straight-there"));
    }

    private static ProviderDeclaration.SamlAttributes samlAttributes(Section named) {
        var usual = ProviderDeclaration.SamlAttributes.USUAL;
        return new ProviderDeclaration.SamlAttributes(
                named.findText("email").orElse(usual.email()),
                named.findText("given-name").orElse(usual.given()),
                named.findText("family-name").orElse(usual.family()),
                named.findText("department").orElse(usual.department()));
    }

    private static Map<Locale, Map<String, String>> words(Section file) {
        var words = new LinkedHashMap<Locale, Map<String, String>>();
        Section all = file.section("words");
        all.node().propertyNames().forEach(tag -> words.put(Locale.forLanguageTag(tag), all.textsByKey(tag)));
        return words;
    }

    private static Map<Locale, String> names(Section section) {
        var names = new LinkedHashMap<Locale, String>();
        section.textsByKey("names").forEach((tag, name) -> names.put(Locale.forLanguageTag(tag), name));
        return names;
    }

    private static DayOfWeek day(String name) {
        return DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** A setting as plain Java: text, number, truth, list or map. */
    private static Object plain(JsonNode node) {
        if (node.isObject()) {
            var map = new LinkedHashMap<String, Object>();
            node.properties().forEach(entry -> map.put(entry.getKey(), plain(entry.getValue())));
            return map;
        }
        if (node.isArray()) {
            var list = new ArrayList<>();
            node.forEach(element -> list.add(plain(element)));
            return list;
        }
        if (node.isIntegralNumber()) {
            return node.canConvertToInt() ? (Object) node.asInt() : node.asLong();
        }
        if (node.isNumber()) {
            return node.asDouble();
        }
        return node.isBoolean() ? (Object) node.asBoolean() : node.asString("");
    }
}

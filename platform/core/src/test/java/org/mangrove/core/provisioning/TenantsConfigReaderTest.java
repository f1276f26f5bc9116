package org.mangrove.core.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mangrove.sdk.Message;

/** The demonstration's own files are sound, and each mistake planted in them is told where it stands. */
class TenantsConfigReaderTest {

    private static final Path DEMONSTRATION = Path.of("../../tenants-config");
    private static final KnownPlugins PLUGINS = new KnownPlugins(Map.of(
            "de-arbeitsschutz", Set.of("1.0.0"),
            "sa-pdpl-consent", Set.of("1.0.0"),
            "jp-working-style", Set.of("1.0.0")));
    private static final Secrets ENVIRONMENT = name -> Optional.of("a secret");

    private static final Properties ENGLISH = words();

    @TempDir
    Path folder;

    @Test
    void the_demonstration_is_sound() {
        Reading reading = TenantsConfigReader.read(DEMONSTRATION, PLUGINS, ENVIRONMENT);

        assertThat(reading).isInstanceOfSatisfying(Reading.Understood.class, understood -> {
            TenantsConfig config = understood.config();
            assertThat(config.cells()).extracting(CellDeclaration::name).containsExactly("eu", "sa", "jp");
            assertThat(config.enterprises())
                    .flatExtracting(EnterpriseDeclaration::tenants)
                    .extracting(TenantDeclaration::slug)
                    .containsExactly("acme-at", "acme-de", "acme-jp", "acme-sa", "borealis-de", "borealis-jp");
        });
    }

    @Test
    void an_enterprise_says_what_it_demands_of_its_courses() {
        Reading reading = TenantsConfigReader.read(DEMONSTRATION, PLUGINS, ENVIRONMENT);

        assertThat(((Reading.Understood) reading).config().enterprises())
                .extracting(EnterpriseDeclaration::quality)
                .containsExactly(
                        Map.of(
                                "reading-level.en", "60",
                                "reading-level.de", "50",
                                "byte-budget.section-kilobytes", "400",
                                "escalation.steward", "7",
                                "escalation.governor", "21"),
                        Map.of());
    }

    @Test
    void rights_are_read_flat_so_that_they_can_be_compared() {
        Reading reading = TenantsConfigReader.read(DEMONSTRATION, PLUGINS, ENVIRONMENT);

        assertThat(((Reading.Understood) reading).config().enterprises())
                .extracting(EnterpriseDeclaration::rights)
                .containsExactly(
                        Map.of(
                                "global.rules.safety.keys", "safety-*",
                                "global.rules.safety.lanes.subject-expert", "10",
                                "global.rules.safety.lanes.works-council", "14"),
                        Map.of(
                                "global.may.publish-regulatory", "author governor",
                                "global.rules.law.changes", "regulatory",
                                "global.rules.law.lanes.legal", "5",
                                "global.rules.law.lanes.subject-expert", "10",
                                "global.rules.law.four-eyes", "true",
                                "global.rules.medication.keys", "medication-*",
                                "global.rules.medication.lanes.subject-expert", "10",
                                "global.rules.medication.lanes.works-council", "14",
                                "global.rules.medication.four-eyes", "true"));
    }

    @Test
    void a_tenant_is_read_as_it_is_written() {
        TenantDeclaration riyadh = tenant("acme-sa");

        assertThat(riyadh.regional().languages()).containsExactly(Locale.forLanguageTag("ar"), Locale.ENGLISH);
        assertThat(riyadh.regional().weekend()).containsExactlyInAnyOrder(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY);
        assertThat(riyadh.zone()).isEqualTo("sa");
        assertThat(riyadh.region()).contains("emea");
        assertThat(riyadh.purposes())
                .filteredOn(purpose -> purpose.basis().equals("consent"))
                .hasSize(2);
        assertThat(tenant("acme-jp").providers())
                .singleElement()
                .extracting(ProviderDeclaration::protocol)
                .isEqualTo(new ProviderDeclaration.OpenIdConnect(
                        "${keycloak}/realms/acme-jp-company",
                        "mangrove",
                        Optional.of("MANGROVE_ACME_JP_COMPANY_SECRET")));
        assertThat(tenant("acme-jp").identity().provider()).contains("acme-jp-company");
    }

    /**
     * In {@code file}, the first text that stands before the arrow is replaced by what stands behind it. The mistake is
     * told on the first line that then holds {@code place}, in words that hold {@code told}.
     */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            acme/acme-de.yaml        | cell: eu -> cel: eu                                   | cel: eu           | “cel” is not a key here. Did you mean “cell”?
            acme/acme-de.yaml        | time-zone: -> timezone:                               | timezone:         | Did you mean “time-zone”?
            acme/acme-de.yaml        | theme: -> colours: {a: b}\\ntheme:                     | colours:          | “colours” is not a key here. Allowed: names, cell, region
            acme/acme-de.yaml        | cell: eu -> cell: ue                                  | cell: ue          | “cell”: found “ue”. Did you mean “eu”? Allowed: eu, jp, sa.
            acme/acme-de.yaml        | cell: eu -> cell: antarctica                          | cell: antarctica  | “cell”: found “antarctica”. Allowed: eu, jp, sa.
            acme/acme-de.yaml        | region: emea -> region: europe                        | region: europe    | Allowed: apac, emea.
            borealis/borealis-de.yaml| cell: eu -> cell: eu\\nregion: emea                    | region: emea      | “region”: found “emea”. Allowed: .
            acme/acme-de.yaml        | Europe/Berlin -> Europe/Berlim                        | time-zone:        | Did you mean “Europe/Berlin”?
            acme/acme-de.yaml        | calendar: gregorian -> calendar: gregorianisch        | calendar:         | “calendar”: found “gregorianisch”
            acme/acme-de.yaml        | system: latn -> system: latin                         | numbering-system: | Did you mean “latn”?
            acme/acme-de.yaml        | [de, en] -> [de, english]                             | languages:        | “english” is not a language.
            acme/acme-de.yaml        | [de, en] -> [de, ja]                                  | names:            | There is no name in the language “ja”.
            acme/acme-de.yaml        | [de, en] -> []                                        | languages:        | “languages” must not be empty.
            acme/acme-de.yaml        | [de, en] -> [de, en, de]                              | languages:        | something is in the list twice
            acme/acme-de.yaml        | first-day-of-week: monday -> first-day-of-week: mon   | first-day-of-week | found “mon”
            acme/acme-de.yaml        | [saturday, sunday] -> [saterday, sunday]              | weekend:          | Did you mean “saturday”?
            acme/acme-de.yaml        | [DE-BE, DE, EU] -> [Berlin, DE]                       | jurisdictions:    | “0”: found “Berlin”. It must look like
            acme/acme-de.yaml        | country: DE -> country: XD                            | country:          | “XD” is not a country.
            acme/acme-de.yaml        | works-council: true -> works-council: ja              | works-council:    | found a text (ja). Allowed is true or false.
            acme/acme-de.yaml        | legal-entity: acme-deutschland -> legal-entity: acme  | legal-entity:     | “legal-entity”: found “acme”. Allowed: acme-deutschland.
            acme/acme-de.yaml        | basis: legal-obligation -> basis: legal-obligaton     | basis:            | Did you mean “legal-obligation”?
            acme/acme-de.yaml        | retention-days: 1096 -> retention-days: -1            | retention-days:   | found -1. Allowed is at least 0.
            acme/acme-de.yaml        | retention-days: 1096 -> retention-days: three years   | retention-days:   | found a text (three years). Allowed is a whole number.
            acme/acme-de.yaml        | reference: GDPR Art. 6(1)(c) -> x: GDPR Art. 6(1)(c)  | - purpose: stat   | “reference” is missing.
            acme/acme-de.yaml        | purpose: peer-profile -> purpose: team-progress       | purpose: team-progress\\n    legal-entity: acme-deutschland\\n    basis: consent | “team-progress” is there twice
            acme/acme-de.yaml        | "#0b5d7a" -> petrol                                   | brand:            | “petrol” is not a colour.
            acme/acme-de.yaml        | "#0b5d7a" -> #0b5d7a                                  | brand:            | “brand”: found nothing (null). Allowed is a text
            acme/acme-de.yaml        | id: de-arbeitsschutz -> id: de-arbeitschutz           | id: de-arbeit     | Did you mean “de-arbeitsschutz”?
            acme/acme-de.yaml        | version: 1.0.0 -> version: 2.0.0                      | version:          | “version”: found “2.0.0”. Allowed: 1.0.0.
            acme/acme-de.yaml        | version: 1.0.0 -> version: 1.0                        | version:          | found a number (1.0). Allowed is a text; write it in quotes.
            acme/acme-de.yaml        | realm: acme-eu -> realm: acme-sa                      | realm:            | allowed is “acme-eu”
            acme/acme-de.yaml        | realm: acme-eu -> realm: borealis-eu                  | realm:            | Found the realm “borealis-eu”
            acme/acme-de.yaml        | organization: acme-de -> organization: acme-at        | organization:     | The organization “acme-at” is taken already, in acme/acme-at.yaml.
            acme/acme-de.yaml        | client: mangrove-acme-de -> client: mangrove-acme-at  | client:           | The client “mangrove-acme-at” is taken already
            acme/acme-de.yaml        | acme-de.example -> acme-at.example                    | domains:          | The e-mail domain “acme-at.example” is taken already
            acme/acme-jp.yaml        | ${env:MANGROVE_ACME_JP_COMPANY_SECRET} -> hunter2     | client-secret:    | a secret does not belong in a file
            acme/acme-jp.yaml        | ${env:MANGROVE_ACME_JP_COMPANY_SECRET} -> ${env:UNSET}| client-secret:    | The environment variable UNSET is not set.
            acme/acme-jp.yaml        | ${keycloak}/realms -> http://login.example/realms     | issuer:           | Allowed is an address that starts with https.
            acme/acme-jp.yaml        | client-id: mangrove -> metadata-url: https://a.example| acme-jp-company:  | “client-id” is missing.
            acme/acme-jp.yaml        | kind: oidc -> kind: ldap                              | kind:             | “kind”: found “ldap”. Allowed: oidc, saml.
            acme/acme-jp.yaml        | names:\\n  ja -> names:\\n  xx: X\\n  ja                  | xx:               | “xx” is not a language.
            acme/enterprise.yaml     | home-realm: acme-eu -> home-realm: acme-us            | home-realm:       | Allowed: acme-eu, acme-jp, acme-sa.
            acme/enterprise.yaml     | language: en -> language: fr                          | names:            | There is no name in the language “fr”.
            acme/enterprise.yaml     | lanes: {subject-expert: 10 -> lanes: {subject-expert: 0 | lanes:         | found 0. Allowed is at least 1.
            acme/enterprise.yaml     | lanes: {subject-expert -> lanes: {sbject-expert       | lanes:            | Did you mean “subject-expert”?
            acme/enterprise.yaml     | rights:\\n  global -> rights:\\n  europe                | europe:           | There is no space “europe”. Allowed: acme-at, acme-de
            acme/enterprise.yaml     | rights:\\n  global -> rights:\\n  emea: {rules: {law: {changes: [major], four-eyes: true}}}\\n  global | emea: {rules | has no class of change
            borealis/enterprise.yaml | publish-regulatory: [author -> publish-regulatory: [auhtor | publish-regulatory: | Did you mean “author”?
            cells.yaml               | country: JP -> country: Japan                         | country: Japan    | It must look like
            cells.yaml               | cells: -> cells: &all                                 | cells:            | Anchors and aliases are not allowed
            cells.yaml               | cells:\\n  eu: -> cells:\\n  eu: {zone: eu, city: A, country: DE}\\n  eu: | eu:\\n    zone | “eu” is there twice; the first is on line 15.
            cells.yaml               | city: Riyadh -> city: [Riyadh                         | country: SA       | This is not YAML
            borealis/borealis-de.yaml| learning.catalogue.title: Staff -> title: Staff       | title: Staff      | “title” cannot stand here as a name
            """)
    void a_mistake_is_told_where_it_stands(String file, String change, String place, String told) throws IOException {
        String planted = plant(file, change.replace("\\n", "\n"));

        List<Problem> problems = problems();

        assertThat(problems).as("%s", problems).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo(file);
            assertThat(problem.line()).isEqualTo(lineOf(place.replace("\\n", "\n"), planted));
            assertThat(say(problem.what())).contains(told);
        });
    }

    @Test
    void a_secret_that_stands_in_a_file_is_not_repeated() throws IOException {
        plant("acme/acme-jp.yaml", "${env:MANGROVE_ACME_JP_COMPANY_SECRET} -> 31415926");

        assertThat(problems())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(say(problem.what())).doesNotContain("31415926"));
    }

    @Test
    void a_secret_is_made_up_for_a_stand_in_only() throws IOException {
        plant("acme/acme-jp.yaml", "${keycloak}/realms/acme-jp-company -> https://login.acme-jp.example");
        var nothingIsSet = new Secrets() {
            @Override
            public Optional<String> find(String name) {
                return Optional.empty();
            }

            @Override
            public Optional<String> findForStandIn(String name) {
                return Optional.of("made up");
            }
        };

        assertThat(TenantsConfigReader.read(DEMONSTRATION, PLUGINS, nothingIsSet))
                .isInstanceOf(Reading.Understood.class);
        assertThat(TenantsConfigReader.read(folder, PLUGINS, nothingIsSet))
                .isInstanceOfSatisfying(
                        Reading.Faulty.class,
                        faulty -> assertThat(faulty.problems())
                                .extracting(problem -> problem.what().key())
                                .containsExactly("provisioning.secret.is-not-set"));
    }

    @Test
    void a_tenant_that_is_called_like_an_enterprise_would_take_its_host() throws IOException {
        plant("acme/acme-de.yaml", "cell: eu -> cell: eu");
        Files.move(folder.resolve("acme/acme-de.yaml"), folder.resolve("acme/borealis.yaml"));

        assertThat(problems())
                .extracting(problem -> problem.file() + ":" + problem.line() + " " + say(problem.what()))
                .contains(
                        "borealis/enterprise.yaml:1 The host name “borealis” is taken already, in acme/borealis.yaml.");
    }

    @Test
    void a_file_that_is_no_address_is_refused_and_a_missing_one_is_named() throws IOException {
        plant("acme/acme-de.yaml", "cell: eu -> cell: eu");
        Files.move(folder.resolve("acme/acme-de.yaml"), folder.resolve("acme/Acme DE.yaml"));
        Files.delete(folder.resolve("borealis/enterprise.yaml"));

        assertThat(problems())
                .extracting(problem -> problem.file() + " " + problem.what().key())
                .containsExactly(
                        "acme/Acme DE.yaml provisioning.file.is-no-slug",
                        "borealis/enterprise.yaml provisioning.file.is-missing");
    }

    private List<Problem> problems() {
        Secrets someAreSet = name -> name.equals("UNSET") ? Optional.empty() : Optional.of("a secret");
        return switch (TenantsConfigReader.read(folder, PLUGINS, someAreSet)) {
            case Reading.Faulty(List<Problem> found) -> found;
            case Reading.Understood(TenantsConfig config) -> throw new AssertionError("No mistake was found");
        };
    }

    private static int lineOf(String place, String text) {
        assertThat(text).contains(place);
        return (int) text.substring(0, text.indexOf(place)).lines().count()
                + (text.startsWith(place) || text.charAt(text.indexOf(place) - 1) == '\n' ? 1 : 0);
    }

    private static String say(Message message) {
        return new MessageFormat(ENGLISH.getProperty(message.key()), ULocale.ENGLISH).format(message.arguments());
    }

    private String plant(String file, String change) throws IOException {
        try (Stream<Path> all = Files.walk(DEMONSTRATION)) {
            for (Path source : all.toList()) {
                Path target = folder.resolve(DEMONSTRATION.relativize(source).toString());
                if (Files.isDirectory(source)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(source, target);
                }
            }
        }
        String[] parts = change.split(" -> ");
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(parts[0]);
        String planted = text.replaceFirst(Pattern.quote(parts[0]), Matcher.quoteReplacement(parts[1]));
        Files.writeString(folder.resolve(file), planted);
        return planted;
    }

    private static TenantDeclaration tenant(String slug) {
        return switch (TenantsConfigReader.read(DEMONSTRATION, PLUGINS, ENVIRONMENT)) {
            case Reading.Faulty(List<Problem> problems) -> throw new AssertionError(problems);
            case Reading.Understood(TenantsConfig config) ->
                config.enterprises().stream()
                        .flatMap(enterprise -> enterprise.tenants().stream())
                        .filter(tenant -> tenant.slug().equals(slug))
                        .toList()
                        .getFirst();
        };
    }

    private static Properties words() {
        var words = new Properties();
        try (var english = new InputStreamReader(
                TenantsConfigReaderTest.class.getResourceAsStream("/messages/provisioning/en.properties"),
                StandardCharsets.UTF_8)) {
            words.load(english);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.mangrove.launcher.newplugin;

/** The files of a new plugin; {@code @id@} and {@code @package@} are filled in. */
final class Templates {

    static final String POM = """
            <?xml version="1.0" encoding="UTF-8"?>
            <project xmlns="http://maven.apache.org/POM/4.0.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://maven.apache.org/POM/4.0.0 http://maven.apache.org/xsd/maven-4.0.0.xsd">
                <modelVersion>4.0.0</modelVersion>
                <parent>
                    <groupId>org.mangrove</groupId>
                    <artifactId>mangrove-plugins</artifactId>
                    <version>1.0.0-SNAPSHOT</version>
                </parent>
                <groupId>org.mangrove.plugins</groupId>
                <artifactId>@id@</artifactId>
                <version>1.0.0</version>
                <name>Mangrove plugin: @id@</name>
                <description>In one sentence: what it does, and under which law</description>
            </project>
            """;

    static final String README = """
            # @id@

            In one sentence: what it does, and for whom.

            | What it does | Where the law says so |
            |---|---|
            | | |

            ## Settings

                plugins:
                  - id: @id@
                    version: 1.0.0

            ## For a lawyer to confirm

            - [lawyer to confirm]
            """;

    static final String PACKAGE = """
            /** In one sentence: what this plugin does. */
            @NullMarked
            package @package@;

            import org.jspecify.annotations.NullMarked;
            """;

    static final String POLICY = """
            package @package@;

            import org.mangrove.sdk.Market;
            import org.mangrove.sdk.Message;
            import org.mangrove.sdk.Verdict;
            import org.mangrove.sdk.processing.LegalBasis;
            import org.mangrove.sdk.processing.ProcessingPolicy;
            import org.mangrove.sdk.processing.ProcessingRequest;
            import org.pf4j.Extension;

            /** Lets processing that rests on consent wait for it. */
            @Extension
            public class Policy implements ProcessingPolicy {

                @Override
                public Verdict judge(Market market, ProcessingRequest request) {
                    if (request.basis() != LegalBasis.CONSENT || request.holdsConsent()) {
                        return Verdict.allowed();
                    }
                    var reason = Message.of("@id@.waits-for-consent");
                    return Verdict.refused(reason.with("purpose", request.purpose()));
                }
            }
            """;

    static final String RULE = """
            package @package@;

            import java.time.LocalDate;
            import java.time.Period;
            import java.util.List;
            import java.util.Optional;
            import org.mangrove.sdk.Market;
            import org.mangrove.sdk.Message;
            import org.mangrove.sdk.assignment.Assignment;
            import org.mangrove.sdk.assignment.AssignmentRule;
            import org.mangrove.sdk.assignment.Worker;
            import org.pf4j.Extension;

            /** Everybody takes the course before work begins, and again every year. */
            @Extension
            public class Rule implements AssignmentRule {

                @Override
                public List<Assignment> assignments(Market market, Worker worker) {
                    LocalDate first = worker.employedSince();
                    Optional<LocalDate> last = worker.lastCompletion(Courses.KEY);
                    LocalDate due = last.map(day -> day.plusYears(1)).orElse(first);
                    var reason = Message.of("@id@.every-year");
                    return List.of(new Assignment(Courses.KEY, due, Period.ofYears(1), "The law that demands it", reason));
                }
            }
            """;

    static final String COURSES = """
            package @package@;

            import java.util.List;
            import org.mangrove.sdk.Market;
            import org.mangrove.sdk.course.CourseFolder;
            import org.mangrove.sdk.course.CourseSource;
            import org.pf4j.Extension;

            /** Brings the course. */
            @Extension
            public class Courses implements CourseSource {

                static final String KEY = "@id@-basics";

                @Override
                public List<CourseFolder> courses(Market market) {
                    return List.of(CourseFolder.fromResources(Courses.class, "courses/" + KEY));
                }
            }
            """;

    static final String STYLE = """
            package @package@;

            import java.util.Locale;
            import java.util.Optional;
            import org.mangrove.sdk.Market;
            import org.mangrove.sdk.custom.Custom;
            import org.mangrove.sdk.custom.Custom.GregorianYear;
            import org.mangrove.sdk.custom.MarketCustom;
            import org.mangrove.sdk.custom.NameCustom;
            import org.mangrove.sdk.custom.NameCustom.Order;
            import org.pf4j.Extension;

            /** Writes dates and names on pages in the tenant's own language as this market does. */
            @Extension
            public class Style implements MarketCustom {

                @Override
                public Optional<Custom> custom(Market market, Locale language) {
                    if (!language.getLanguage().equals(market.tenant().language().getLanguage())) {
                        return Optional.empty();
                    }
                    return Optional.of(new Custom(
                            market.tenant().calendar(),
                            GregorianYear.LEFT_OUT,
                            market.tenant().firstDayOfWeek(),
                            new NameCustom(Order.GIVEN_FIRST, " ", "{name}", "{name}", "{name}")));
                }
            }
            """;

    static final String MESSAGES = """
            # {purpose}: the key of the purpose in the tenant's register.
            @id@.waits-for-consent = This waits for your consent to “{purpose}”.
            @id@.every-year = This course is repeated every year.
            """;

    static final String COURSE = """
            course: @id@-basics
            category: safety
            minutes: 5
            objective: act-safely
            owner: occupational-safety
            steward: occupational-safety
            review-due: 2030-01-31
            passing: 80
            certificate:
              valid-months: 12
            languages: [en]
            sections:
              - id: start
                blocks:
                  - id: why
                    kind: text
                  - id: q-first
                    kind: single
                    options: [a, b]
                    correct: [b]
            """;

    static final String WORDS = """
            title: The basics
            summary: What everybody has to know here.
            sections:
              start:
                title: To begin with
            blocks:
              why:
                heading: Why this matters
                body: |
                  Say in a few sentences what happens to people who do not know this.
              q-first:
                prompt: You see a danger that nobody has reported. What do you do?
                options:
                  a:
                    text: I wait until somebody else says something.
                    feedback: Everybody waits for somebody. The danger stays.
                  b:
                    text: I make the place safe and report it.
                explanation: Make it safe, then report it.
            """;

    static final String HERE = """
            package @package@;

            import java.time.DayOfWeek;
            import java.time.ZoneId;
            import java.util.List;
            import java.util.Locale;
            import java.util.Set;
            import org.mangrove.sdk.Market;
            import org.mangrove.sdk.Tenant;
            import org.mangrove.sdk.TenantId;

            /** The market that the tests are in. */
            final class Here {

                static final Market MARKET = Market.of(new Tenant(
                        new TenantId(1),
                        "acme-here",
                        "eu",
                        List.of(Locale.ENGLISH),
                        ZoneId.of("UTC"),
                        "gregorian",
                        "latn",
                        DayOfWeek.MONDAY,
                        Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                        List.of()));

                private Here() {}
            }
            """;

    static final String POLICY_TEST = """
            package @package@;

            import java.time.Instant;
            import java.util.Optional;
            import org.mangrove.sdk.Market;
            import org.mangrove.sdk.processing.LegalBasis;
            import org.mangrove.sdk.processing.ProcessingPolicy;
            import org.mangrove.sdk.processing.ProcessingRequest;
            import org.mangrove.testkit.ProcessingPolicyContract;

            class PolicyTest extends ProcessingPolicyContract {

                private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

                @Override
                protected ProcessingPolicy extension() {
                    return new Policy();
                }

                @Override
                protected Market market() {
                    return Here.MARKET;
                }

                @Override
                protected ProcessingRequest somethingToAllow() {
                    return request(Optional.of(NOW));
                }

                @Override
                protected ProcessingRequest somethingToRefuse() {
                    return request(Optional.empty());
                }

                private static ProcessingRequest request(Optional<Instant> consented) {
                    return new ProcessingRequest("learning-analytics", LegalBasis.CONSENT, consented, Optional.empty(), NOW);
                }
            }
            """;

    static final String RULE_TEST = """
            package @package@;

            import java.time.LocalDate;
            import java.util.Map;
            import java.util.Set;
            import org.mangrove.sdk.Market;
            import org.mangrove.sdk.assignment.AssignmentRule;
            import org.mangrove.sdk.assignment.Worker;
            import org.mangrove.sdk.assignment.Worker.AgeGroup;
            import org.mangrove.testkit.AssignmentRuleContract;

            class RuleTest extends AssignmentRuleContract {

                @Override
                protected AssignmentRule extension() {
                    return new Rule();
                }

                @Override
                protected Market market() {
                    return Here.MARKET;
                }

                @Override
                protected Worker somebodyWithADuty() {
                    return worker(Map.of());
                }

                @Override
                protected Worker afterCompletion(String course, LocalDate day) {
                    return worker(Map.of(course, day));
                }

                private static Worker worker(Map<String, LocalDate> completed) {
                    return new Worker(
                            LocalDate.of(2026, 3, 1),
                            LocalDate.of(2026, 2, 1),
                            AgeGroup.ADULT,
                            Set.of("learner"),
                            Set.of(),
                            completed);
                }
            }
            """;

    static final String COURSES_TEST = """
            package @package@;

            import org.mangrove.sdk.Market;
            import org.mangrove.sdk.course.CourseSource;
            import org.mangrove.testkit.CourseSourceContract;

            class CoursesTest extends CourseSourceContract {

                @Override
                protected CourseSource extension() {
                    return new Courses();
                }

                @Override
                protected Market market() {
                    return Here.MARKET;
                }
            }
            """;

    static final String STYLE_TEST = """
            package @package@;

            import java.util.Locale;
            import org.mangrove.sdk.Market;
            import org.mangrove.sdk.custom.MarketCustom;
            import org.mangrove.testkit.MarketCustomContract;

            class StyleTest extends MarketCustomContract {

                @Override
                protected MarketCustom extension() {
                    return new Style();
                }

                @Override
                protected Market market() {
                    return Here.MARKET;
                }

                @Override
                protected Locale shaped() {
                    return Locale.ENGLISH;
                }

                @Override
                protected Locale leftAlone() {
                    return Locale.JAPANESE;
                }
            }
            """;

    private Templates() {}
}

package org.mangrove.journeys;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;

/**
 * Asks what an owner may ask as everybody else: at the owner's place with what is worth something elsewhere, and where the asker
 * is at home about what belongs to the owner.
 */
final class Trespass implements AutoCloseable {

    private static final Pattern PASSING =
            Pattern.compile("(?s)<p class=\"freshness.*?</p>|name=\"_csrf\" value=\"[^\"]*\""
                    + "|(?:state|nonce|code_challenge)=[A-Za-z0-9_-]+|;charset=[A-Za-z0-9-]+");

    /** In all names of another enterprise and of its tenants. */
    private static final String ANOTHER = "borealis";

    private static final int SEE_OTHER = 303;

    private static final int AT_ONCE = 3;

    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    private final Neighbourhood neighbourhood;
    private final Belongings belongings;
    private final OwnedRows rows;

    Trespass(Neighbourhood neighbourhood, OwnedRows rows) {
        this.neighbourhood = neighbourhood;
        this.belongings = neighbourhood.belongings;
        this.rows = rows;
    }

    void check(Example example, SoftAssertions all) {
        checkOwner(example, all);
        checkOthers(example, all);
    }

    void checkOwner(Example example, SoftAssertions all) {
        for (Party owner : neighbourhood.owners.get(example.kind())) {
            example.before().run();
            Answer answer = owner.ask(example.asked(), example.place(), realOf(example));
            all.assertThat(answer.status())
                    .as("%s by %s: %s", example, owner, answer.text())
                    .isEqualTo(example.status());
            if (!owner.hasCookies() && !example.place().isEmpty()) {
                example.before().run();
                all.assertThat(owner.ask(example.asked(), "", realOf(example)).status())
                        .as("%s by %s, who names the place", example, owner)
                        .isEqualTo(isGivenOutElsewhere(example) ? SEE_OTHER : example.status());
            }
            example.untold()
                    .ifPresent(text -> all.assertThat(answer.text())
                            .as("%s by %s", example, owner)
                            .doesNotContain(text));
            if (!owner.enterprise().isEmpty()) {
                all.assertThat(answer.text()).as("%s by %s", example, owner).doesNotContainIgnoringCase(ANOTHER);
            }
        }
    }

    /** On an address of its own, media come from a host that knows no session; below a prefix they come from the place itself. */
    private static boolean isGivenOutElsewhere(Example example) {
        return example.asked().path().startsWith("/media/");
    }

    void checkOthers(Example example, SoftAssertions all) {
        var real = realOf(example);
        neighbourhood.awaitPublished();
        Map<String, String> before = rows.now();
        var never = belongings.never(example.asked().names());
        Set<Party> atTheOwners = carriesItsOwnRight(example) ? Set.of() : Set.copyOf(intruders(example));
        atOnce(neighbourhood.intruders, all, (intruder, found) -> {
            if (atTheOwners.contains(intruder)) {
                atTheOwners(example, intruder, real, never, found);
            }
            for (String home : homes(intruder, example)) {
                atHome(example, intruder, home, real, never, found);
            }
        });
        all.assertThat(rows.now()).as("rows of the owner after %s", example).isEqualTo(before);
    }

    /** Each by one thread, some beside each other: none of them changes anything. */
    private void atOnce(List<Party> parties, SoftAssertions all, BiConsumer<Party, SoftAssertions> deed) {
        List<Future<List<AssertionError>>> asked = parties.stream()
                .map(party -> threads.submit(() -> {
                    var found = new SoftAssertions();
                    deed.accept(party, found);
                    return found.assertionErrorsCollected();
                }))
                .toList();
        for (Future<List<AssertionError>> each : asked) {
            try {
                each.get().forEach(all::collectAssertionError);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new AssertionError(stopped);
            } catch (ExecutionException failed) {
                throw new AssertionError(failed.getCause());
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    void checkReach(Examples.Reach reach, SoftAssertions all) {
        Party owner = neighbourhood.owners.get(reach.kind()).getFirst();
        Answer answer = owner.ask(reach.anothers(), reach.place(), Map.of());
        all.assertThat(nameless(answer))
                .as("%s%s by %s", reach.place(), reach.anothers().path(), owner)
                .isEqualTo(nameless(owner.ask(reach.nobodys(), reach.place(), Map.of())));
        if (reach.kind() == Party.Kind.OPERATOR) {
            all.assertThat(answer.status()).as("%s", reach.anothers().path()).isEqualTo(404);
        }
    }

    private static String nameless(Answer answer) {
        return told(answer).replace("borealis-de", "nobodys-de");
    }

    void checkOptions(Example example, SoftAssertions all) {
        var asked = Asked.of("OPTIONS", example.asked().path());
        var real = belongings.never(asked.names());
        String nobody =
                told(neighbourhood.owners.get(Party.Kind.ANYBODY).getFirst().ask(asked, example.place(), real));
        for (Party intruder : neighbourhood.intruders) {
            if (intruder.hasCookies()) {
                all.assertThat(told(intruder.ask(asked, example.place(), real)))
                        .as("OPTIONS of %s by %s", example, intruder)
                        .isEqualTo(nobody);
            }
        }
    }

    private Map<String, String> realOf(Example example) {
        return belongings.real(example.asked().names());
    }

    /** What is shown in the request itself is a right of its own, for whoever shows it where it is meant for. */
    private static boolean carriesItsOwnRight(Example example) {
        return example.asked().names().contains("logout-token");
    }

    private List<Party> intruders(Example example) {
        return neighbourhood.intruders.stream()
                .filter(intruder -> !(example.place().isEmpty() && intruder.kind() == example.kind()))
                .toList();
    }

    /** Answers as to somebody who shows nothing of worth; and who may not ask learns not even what there is. */
    private void atTheOwners(
            Example example, Party intruder, Map<String, String> real, Map<String, String> never, SoftAssertions all) {
        Asked asked = example.asked();
        Answer got = intruder.ask(asked, example.place(), real);
        String toNobody = told(intruder.askAsNobody(asked, example.place(), real, neighbourhood.stranger));
        if (example.isOpen() && example.place().isEmpty() && intruder.isAtHomeAt("")) {
            all.assertThat(got.status()).as("%s by %s", example, intruder).isIn(example.status(), 401);
        } else if (example.isOpen() && example.place().isEmpty()) {
            all.assertThat(told(got)).as("%s by %s", example, intruder).isIn(toNobody, told(ofAnybody(asked, real)));
        } else {
            all.assertThat(told(got)).as("%s by %s", example, intruder).isEqualTo(toNobody);
        }
        if (example.isOpen()) {
            mustNotTell(got, asked, "%s by %s".formatted(example, intruder), all);
        } else {
            all.assertThat(told(got, real))
                    .as("%s by %s, as about what never was", example, intruder)
                    .isEqualTo(told(intruder.ask(asked, example.place(), never), never));
            all.assertThat(got.status())
                    .as("%s by %s is refused", example, intruder)
                    .isIn(302, 303, 401, 403, 404, 405);
        }
    }

    private Answer ofAnybody(Asked asked, Map<String, String> real) {
        return neighbourhood.owners.get(Party.Kind.ANYBODY).getFirst().ask(asked, "", real);
    }

    private static List<String> homes(Party intruder, Example example) {
        boolean isOfItsKind = intruder.kind() == example.kind()
                || (example.kind() == Party.Kind.ANYBODY
                        && intruder.kind() == Party.Kind.MEMBER
                        && !example.place().isEmpty());
        if (!isOfItsKind || intruder.kind() == Party.Kind.OPERATOR) {
            return List.of();
        }
        return Stream.of(intruder.place(), "")
                .distinct()
                .filter(intruder::isAtHomeAt)
                .toList();
    }

    /** Where one may ask, the owner's things are as things that never were, and nothing tells of them. */
    private void atHome(
            Example example,
            Party intruder,
            String home,
            Map<String, String> real,
            Map<String, String> never,
            SoftAssertions all) {
        Asked asked = example.asked();
        Set<String> walled =
                belongings.walled(asked.names(), intruder.enterprise().equals(Neighbourhood.ENTERPRISE));
        if (walled.isEmpty() && !asked.method().equals("GET")) {
            return;
        }
        Answer got = intruder.ask(asked, home, real);
        String about = "%s%s by %s".formatted(home, asked.path(), intruder);
        if (!walled.isEmpty()) {
            all.assertThat(told(got, real))
                    .as("%s, as about what never was", about)
                    .isEqualTo(told(intruder.ask(asked, home, never), never));
            if (!example.isOpen() && asked.namesInPath().stream().anyMatch(walled::contains)) {
                all.assertThat(got.status()).as("%s", about).isEqualTo(404);
            }
        }
        mustNotTell(got, asked, about, all);
    }

    /** Nothing of the owner's is told to whoever does not name it. */
    private void mustNotTell(Answer got, Asked asked, String about, SoftAssertions all) {
        var others = new LinkedHashMap<>(belongings.unmistakable());
        others.keySet().removeAll(asked.names());
        others.forEach((name, value) -> all.assertThat(got.text())
                .as("%s tells the owner's %s", about, name)
                .doesNotContain(value));
    }

    /** Names of the owner's things, and of things that never were, read alike. */
    private String told(Answer answer, Map<String, String> names) {
        String told = told(answer);
        for (String name : belongings.walled(names.keySet(), false)) {
            told = told.replace(names.get(name), "{" + name + "}");
        }
        return told;
    }

    /** What an answer tells, without when it was told, and without what is drawn at random for each. */
    private static String told(Answer answer) {
        String all = "%d %s %s%n%s"
                .formatted(
                        answer.status(),
                        answer.type(),
                        answer.location().orElse(""),
                        answer.address().getPath().equals(Examples.MEASURES) ? "" : answer.text());
        return PASSING.matcher(all).replaceAll("");
    }
}

package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Stack;

/**
 * What belongs to one tenant or one enterprise exists nowhere else: each route that runs is asked by its owner, who gets what
 * they ask for, and then by all the neighbours, with whatever they can show.
 */
@ExtendWith(WholeStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IsolationIT {

    private RunningRoutes running;
    private Examples shown;
    private List<Example> examples;
    private Neighbourhood neighbourhood;
    private Trespass trespass;

    IsolationIT(Stack stack, WholeStack.Site site) {
        running = RunningRoutes.of(stack);
        neighbourhood = new Neighbourhood(stack, site);
        shown = new Examples(
                site.url(),
                neighbourhood.life::fail,
                neighbourhood.life::goOnWithTheCourse,
                neighbourhood.life::carriedFeed);
        examples = shown.all();
        trespass = new Trespass(neighbourhood, OwnedRows.of(stack, Neighbourhood.OWNER, Neighbourhood.ENTERPRISE));
    }

    @AfterAll
    void close() {
        trespass.close();
        neighbourhood.life.goOnWithTheCourse();
        neighbourhood.close();
    }

    @Test
    void every_route_that_runs_has_an_example() {
        List<RunningRoutes.Route> known = examples.stream()
                .flatMap(example -> example.of(running.routes()).stream())
                .toList();

        assertThat(running.routes()).isNotEmpty().allMatch(known::contains);
        assertThat(running.servlets())
                .isNotEmpty()
                .allMatch(servlet -> examples.stream().anyMatch(example -> example.isOf(servlet)));
    }

    @TestFactory
    Stream<DynamicTest> what_its_owner_is_told_nobody_else_is() {
        return examples.stream()
                .map(example -> DynamicTest.dynamicTest(example.toString(), () -> {
                    var all = new SoftAssertions();
                    trespass.check(example, all);
                    all.assertAll();
                }));
    }

    @TestFactory
    Stream<DynamicTest> what_is_anothers_cannot_be_reached_from_ones_own_place() {
        return shown.beyond().stream()
                .map(reach -> DynamicTest.dynamicTest(reach.anothers().path(), () -> {
                    var all = new SoftAssertions();
                    trespass.checkReach(reach, all);
                    all.assertAll();
                }));
    }

    /** The container answers these by itself, from what it knows of the resource. */
    @Test
    void asking_for_the_methods_of_a_route_tells_everybody_the_same() {
        var all = new SoftAssertions();
        examples.forEach(example -> trespass.checkOptions(example, all));
        all.assertAll();
    }
}

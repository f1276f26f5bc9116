package org.mangrove.launcher.bench;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.mangrove.launcher.Distribution;
import org.mangrove.launcher.Trouble;
import org.mangrove.launcher.visit.Browser;
import org.mangrove.launcher.visit.Guest;

/** The people of a measurement, signed on: what they begin, answer and pass, so that pages have something to show. */
final class Crowd {

    /** Something that somebody sends once. */
    record Act(Browser browser, String path, Map<String, List<String>> fields) {

        boolean isOfTheTenantOf(Browser other) {
            return browser.guest().tenant().equals(other.guest().tenant());
        }

        /** As a browser with scripts does, which gets the question back in its place. */
        int send() {
            return browser.submit(path, fields, Map.of("HX-Request", "true")).status();
        }
    }

    private static final int AT_ONCE = 4;
    private static final Pattern CERTIFICATE = Pattern.compile("/certificates/([0-9a-f-]{36})\"");

    private final List<Browser> browsers;
    private final Distribution distribution;
    private final Map<Browser, String> certificates = new LinkedHashMap<>();

    private Crowd(List<Browser> browsers, Distribution distribution) {
        this.browsers = List.copyOf(browsers);
        this.distribution = distribution;
    }

    static Crowd signedOn(Subject subject, HttpClient http, Distribution distribution) {
        List<Guest> guests = FiftyGuests.all();
        subject.accounts().accept(Guest.accounts(guests));
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Browser>> coming = guests.stream()
                    .map(guest ->
                            threads.submit(() -> new Browser(http, subject.node(), guest).signOn(subject.password())))
                    .toList();
            var come = new ArrayList<Browser>();
            for (Future<Browser> browser : coming) {
                come.add(browser.get());
            }
            return new Crowd(come, distribution);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Trouble trouble ? trouble : new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Trouble("Stopped while people signed on.", stopped);
        }
    }

    List<Browser> browsers() {
        return browsers;
    }

    /** One of each tenant. */
    List<Browser> oneOfEachTenant() {
        var first = new LinkedHashMap<String, Browser>();
        browsers.forEach(browser -> first.putIfAbsent(browser.guest().tenant(), browser));
        return List.copyOf(first.values());
    }

    /** Somebody who reads this language. */
    Browser reading(String language) {
        return browsers.stream()
                .filter(browser -> browser.guest().language().equals(language))
                .findFirst()
                .orElseThrow();
    }

    void begin(String course) {
        for (Browser browser : browsers) {
            browser.submit("/courses/" + course + "/enrolment", Map.of(), Map.of());
        }
    }

    /** Every right answer of everybody, question by question. */
    List<Act> answers(String course) {
        var right = new RightAnswers(distribution, course);
        var byPerson = browsers.stream()
                .map(browser -> right.sectionsFor(browser.guest()).stream()
                        .flatMap(section -> section.answers().entrySet().stream())
                        .map(answer -> new Act(
                                browser,
                                "/courses/" + course + "/blocks/" + answer.getKey() + "/answer",
                                answer.getValue()))
                        .toList())
                .toList();
        var acts = new ArrayList<Act>();
        for (int question = 0; question < byPerson.getFirst().size(); question++) {
            for (List<Act> own : byPerson) {
                acts.add(own.get(question));
            }
        }
        return acts;
    }

    /** Everybody reads to the end; who has answered all questions has passed then, and keeps the certificate. */
    void finish(String course) {
        var right = new RightAnswers(distribution, course);
        for (Browser browser : browsers) {
            for (RightAnswers.Section section : right.sectionsFor(browser.guest())) {
                browser.submit("/courses/" + course + "/sections/" + section.id() + "/done", Map.of(), Map.of());
            }
            certificates.put(
                    browser,
                    browser.go("/courses/" + course + "/result")
                            .find(CERTIFICATE)
                            .orElseThrow(
                                    () -> new Trouble(browser.guest().user() + " has not passed " + course + ".")));
        }
    }

    String certificateOf(Browser browser) {
        return Objects.requireNonNull(
                certificates.get(browser), "certificate of " + browser.guest().user());
    }
}

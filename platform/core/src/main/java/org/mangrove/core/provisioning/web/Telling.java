package org.mangrove.core.provisioning.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mangrove.core.localization.Words;
import org.mangrove.core.provisioning.Journal;
import org.mangrove.core.provisioning.Outcome;
import org.mangrove.core.provisioning.Problem;
import org.mangrove.core.provisioning.Provisioning;
import org.mangrove.sdk.Message;

/** Says in lines for a terminal what provisioning has found and done. */
@ApplicationScoped
public class Telling {

    @Inject
    Words words;

    String problems(Locale locale, List<Problem> problems) {
        return lines(problems.stream()
                .map(problem -> problem.file() + ":" + problem.line() + ": " + say(locale, problem.what()))
                .toList());
    }

    String plan(Locale locale, Provisioning.Plan plan) {
        var lines = new ArrayList<String>();
        plan.before().ifPresent(before -> lines.add(say(locale, stoppedBefore(before))));
        plan.changes().forEach(change -> lines.add(say(locale, change.told())));
        plan.notes().forEach(note -> lines.add(say(locale, note)));
        lines.add(
                say(locale, summary("provisioning.plan.summary", plan.changes().size())));
        return lines(lines);
    }

    String outcome(Locale locale, Outcome outcome) {
        var lines = new ArrayList<String>();
        outcome.before().ifPresent(before -> lines.add(say(locale, stoppedBefore(before))));
        outcome.done().forEach(change -> lines.add(say(locale, change.told())));
        outcome.stopped()
                .ifPresentOrElse(
                        stopped -> lines.add(say(
                                locale,
                                Message.of("provisioning.apply.failed")
                                        .with("number", stopped.number())
                                        .with("total", stopped.total())
                                        .with(
                                                "step",
                                                say(locale, stopped.change().told()))
                                        .with("cause", stopped.cause()))),
                        () -> lines.add(say(
                                locale,
                                summary(
                                        "provisioning.apply.summary",
                                        outcome.done().size()))));
        return lines(lines);
    }

    String say(Locale locale, Message message) {
        String text = words.speak(locale, message).text();
        // A terminal shows the isolates around arguments as boxes; where all runs one way they are not needed.
        return locale.getLanguage().equals("ar") ? text : text.replaceAll("[\u2066-\u2069]", "");
    }

    private static Message stoppedBefore(Journal.Interrupted before) {
        return Message.of("provisioning.apply.stopped-before")
                .with("number", before.number())
                .with("total", before.total())
                .with("step", before.thing().told());
    }

    private static Message summary(String key, int count) {
        return Message.of(key).with("count", count);
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}

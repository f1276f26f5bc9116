package org.mangrove.journeys;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** How long a test waits for what is bound to come. It asks again and again, and says what it was told last. */
record Patience(Duration atMost, Duration pause) {

    private static final Duration PAUSE = Duration.ofMillis(100);

    /** What is bound to come comes within this also on a machine that is busy with other things. */
    static final Patience USUAL = of(Duration.ofMinutes(2));

    static Patience of(Duration atMost) {
        return new Patience(atMost, PAUSE);
    }

    /** For what is over so soon that a longer pause would miss it. */
    Patience asking(Duration often) {
        return new Patience(atMost, often);
    }

    /** Something that can be asked again. */
    interface Question<T> {
        T ask() throws Exception;
    }

    /** @return the first answer that is as wanted */
    <T> T until(String what, Question<T> question, Predicate<T> wanted) {
        long deadline = System.nanoTime() + atMost.toNanos();
        T answer = asked(question);
        while (!wanted.test(answer)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        "Within %d s it was to be that %s; it is still %s".formatted(atMost.toSeconds(), what, answer));
            }
            rest();
            answer = asked(question);
        }
        return answer;
    }

    void until(String what, Question<Boolean> holds) {
        until(what, holds, Boolean::booleanValue);
    }

    private void rest() {
        try {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private static <T> T asked(Question<T> question) {
        try {
            return question.ask();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}

package org.mangrove.core.localization;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.mangrove.sdk.Message;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Saying a sentence: without arguments, and with a number on which its form hangs. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class WordsBenchmark {

    @Param({"en", "ar"})
    public String language = "en";

    private final Words words = new Words();
    private final Message plain = Message.of("learning.catalogue.title");
    private final Message plural = Message.of("learning.catalogue.count").with("count", 3);

    @Benchmark
    public Spoken a_plain_sentence() {
        return words.speakHtml(Locale.of(language), plain);
    }

    @Benchmark
    public Spoken a_plural() {
        return words.speakHtml(Locale.of(language), plural);
    }

    /** ICU as its documentation has it: a pattern is read each time. */
    @Benchmark
    public String baseline_icu_with_a_pattern_each_time() {
        return new MessageFormat(
                        "{count, plural, zero {#} one {# course} two {#} few {#} many {#} other {# courses}}",
                        ULocale.forLanguageTag(language))
                .format(Map.of("count", 3));
    }
}

package org.mangrove.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mangrove.sdk.Market;
import org.mangrove.sdk.Verdict;
import org.mangrove.sdk.Verdict.Refused;
import org.mangrove.sdk.processing.ProcessingPolicy;
import org.mangrove.sdk.processing.ProcessingRequest;

/**
 * What every {@link ProcessingPolicy} owes the core. A plugin extends this class, says what it lets happen and what not,
 * and adds tests of its own rules.
 */
public abstract class ProcessingPolicyContract extends PluginContract<ProcessingPolicy> {

    protected abstract ProcessingRequest somethingToAllow();

    protected abstract ProcessingRequest somethingToRefuse();

    @Override
    protected void use(ProcessingPolicy policy, Market market) {
        policy.judge(market, somethingToRefuse());
    }

    @Test
    void allows_what_it_should() {
        assertThat(extension().judge(market(), somethingToAllow())).isEqualTo(Verdict.allowed());
    }

    @Test
    void refuses_what_it_should_and_says_why_in_every_language_it_ships() {
        assertThat(extension().judge(market(), somethingToRefuse()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(messages().locales())
                                .isNotEmpty()
                                .allSatisfy(locale -> assertThat(messages().say(refused.reason(), locale))
                                        .isNotBlank()
                                        .doesNotContain("{")));
    }

    @Test
    void gives_many_callers_at_once_the_same_verdict() {
        ProcessingPolicy policy = extension();

        Set<Verdict> verdicts = IntStream.range(0, 1_000)
                .parallel()
                .mapToObj(caller -> policy.judge(market(), somethingToRefuse()))
                .collect(Collectors.toSet());

        assertThat(verdicts).hasSize(1);
    }
}

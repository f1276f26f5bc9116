package org.mangrove.sdk.processing;

import org.mangrove.sdk.ExtensionContract;
import org.mangrove.sdk.MangroveExtension;
import org.mangrove.sdk.Market;
import org.mangrove.sdk.Verdict;
import org.mangrove.sdk.WhenItFails;

/**
 * Decides whether somebody's personal data may now be processed for a purpose, under the law of one market.
 *
 * <p>The platform asks before each processing that a purpose of the tenant's register covers, every policy that the
 * tenant has switched on, in the order of its configuration, and processes only if all of them allow it. The first
 * refusal is the one the person sees. A verdict is not remembered: who withdraws consent is heard at the next question.
 *
 * <p>A policy answers from the request and its settings alone: the same request gets the same verdict, whoever asks and
 * whenever.
 *
 * <p>Plugins test their policies with {@code ProcessingPolicyContract} from the test kit.
 */
@ExtensionContract(since = "1.0", whenItFails = WhenItFails.REFUSE)
public interface ProcessingPolicy extends MangroveExtension {

    Verdict judge(Market market, ProcessingRequest request);
}

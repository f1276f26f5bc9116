package org.mangrove.plugins.sa.pdpl;

import org.mangrove.sdk.Market;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.Verdict;
import org.mangrove.sdk.processing.ProcessingPolicy;
import org.mangrove.sdk.processing.ProcessingRequest;
import org.pf4j.Extension;

/**
 * Lets processing that the tenant bases on consent wait for that consent, and stops it once consent is withdrawn.
 *
 * <p>Consent is the rule of the Personal Data Protection Law (article 5); article 6 lists what needs none. Purposes that
 * the tenant puts on such a ground go on: people learn whether or not they consent to anything else. Article 6 (4) does
 * not let a legitimate interest cover sensitive data; the tenant names purposes with such data in the setting
 * {@code sensitive-purposes}, and these wait for consent, too. A ground that the law does not give an employer is
 * refused.
 */
@Extension
public class ConsentPolicy implements ProcessingPolicy {

    private static final String SENSITIVE_PURPOSES = "sensitive-purposes";

    @Override
    public Verdict judge(Market market, ProcessingRequest request) {
        return switch (request.basis()) {
            case CONTRACT, LEGAL_OBLIGATION, VITAL_INTEREST -> Verdict.allowed();
            case LEGITIMATE_INTEREST -> isSensitive(market, request) ? onConsent(request) : Verdict.allowed();
            case CONSENT -> onConsent(request);
            case PUBLIC_TASK, NOTIFIED_PURPOSE -> refused("not-a-ground", request);
        };
    }

    private static boolean isSensitive(Market market, ProcessingRequest request) {
        return market.settings().texts(SENSITIVE_PURPOSES).contains(request.purpose());
    }

    private static Verdict onConsent(ProcessingRequest request) {
        if (request.holdsConsent()) {
            return Verdict.allowed();
        }
        boolean withdrew = request.withdrawnAt()
                .filter(withdrawn -> !withdrawn.isAfter(request.at()))
                .isPresent();
        return refused(withdrew ? "withdrawn" : "waits-for-consent", request);
    }

    private static Verdict refused(String why, ProcessingRequest request) {
        return Verdict.refused(Message.of("sa-pdpl-consent." + why).with("purpose", request.purpose()));
    }
}

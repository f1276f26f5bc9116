package org.mangrove.core.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.sdk.Message;

/**
 * Within how many days somebody decides, and who is reminded when of a review. What the platform has is what the node was told when
 * it was started; an enterprise may choose otherwise, and a market may be quicker.
 */
@ApplicationScoped
public class DeadlinesPolicy implements PolicySource {

    public static final String SLUG = "deadlines";

    /** How many days a market has to decide about a master that is given up. */
    public static final String RETIREMENT = "decide/retirement";

    /** How many days somebody in a market has to say whether they agree to words of the market. */
    public static final String AGREEMENT = "decide/agreement";

    /** How many days before its review a market is reminded of what it keeps as its own. */
    public static final String REMIND = "review/kept";

    /** How many days before a review its owner is reminded. */
    public static final String SOON = "review/soon";

    /** How many days after it the steward is asked too. */
    public static final String STEWARD = "review/steward";

    /** How many days after it the governors are asked too. */
    public static final String GOVERNOR = "review/governor";

    private static final String SETTING = "mangrove.adaptation.days-to-decide-";
    private static final int YEAR = 365;

    @Inject
    Configuration configuration;

    /** How many days a market has to decide about a version of this class. */
    public static String decide(ChangeClass change) {
        return "decide/" + change.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public PolicyDefinition definition() {
        return new PolicyDefinition(
                SLUG,
                Message.of("policy.deadlines.title"),
                Message.of("policy.deadlines.lead"),
                "What waits for somebody does not wait for ever",
                List.of(
                        decide("regulatory", 0),
                        decide("major", 30),
                        decide("minor", 90),
                        decide("cosmetic", 180),
                        decide("retirement", 30),
                        decide("agreement", 14),
                        review("kept", Stricter.HIGHER, 0),
                        review("soon", Stricter.HIGHER, 60),
                        review("steward", Stricter.LOWER, 14),
                        review("governor", Stricter.LOWER, 30)));
    }

    @Override
    public Map<String, String> declared(Enterprise enterprise) {
        var declared = new TreeMap<String, String>();
        enterprise.quality().forEach((name, value) -> {
            if (name.startsWith("escalation.")) {
                declared.put("review/" + name.substring("escalation.".length()), value);
            }
        });
        return declared;
    }

    private Figure decide(String what, int usual) {
        int days = Math.clamp(configuration.findDays(SETTING + what, usual), 0, YEAR);
        return figure("decide", what, Stricter.LOWER, days);
    }

    private static Figure review(String whom, Stricter stricter, int days) {
        return figure("review", whom, stricter, days);
    }

    private static Figure figure(String rule, String name, Stricter stricter, int days) {
        return new Figure(
                rule,
                name,
                Message.of("policy.deadlines." + rule),
                Message.of("policy.deadlines." + rule + "." + name),
                new Range.Numbers(0, YEAR),
                stricter,
                String.valueOf(days));
    }
}

package org.mangrove.sdk.assignment;

import java.util.List;
import org.mangrove.sdk.ExtensionContract;
import org.mangrove.sdk.MangroveExtension;
import org.mangrove.sdk.Market;
import org.mangrove.sdk.WhenItFails;

/**
 * Says which courses somebody has to take, by when, and how often again.
 *
 * <p>The platform asks when a person joins, when a fact about the person changes, when an assigned course is completed,
 * and once a day. It takes the earliest date where several rules assign one course. What one rule fails to say is asked
 * again the next day; what was assigned stays.
 *
 * <p>Plugins test their rules with {@code AssignmentRuleContract} from the test kit.
 */
@ExtensionContract(since = "1.0", whenItFails = WhenItFails.SKIP)
public interface AssignmentRule extends MangroveExtension {

    /** Nothing, if the rule asks nothing of such a person. The same facts give the same answer. */
    List<Assignment> assignments(Market market, Worker worker);
}

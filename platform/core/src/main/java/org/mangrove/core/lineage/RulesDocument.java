package org.mangrove.core.lineage;

import java.util.List;

/**
 * What is demanded of one asset, or of a type of assets, in whichever space and place: what the feed carries to the cells.
 */
record RulesDocument(List<LockRule> locks, List<Claim> claims, List<Withdrawal> withdrawals) {

    RulesDocument {
        locks = List.copyOf(locks);
        claims = List.copyOf(claims);
        withdrawals = List.copyOf(withdrawals);
    }
}

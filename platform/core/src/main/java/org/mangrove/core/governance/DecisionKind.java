package org.mangrove.core.governance;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What was decided. Its word stands in the log for ever: a kind may be added, and none renamed. */
public enum DecisionKind {
    /** A space demands something of everybody below it. */
    LOCK_SET,
    LOCK_LIFTED,
    /** What a text says was verified for the law of a place. */
    CLAIM_VERIFIED,
    CLAIM_TAKEN_BACK,
    /** What a text says may not be relied on from the day on which a law changes. */
    CLAIM_ENDED,
    /** A law stays as it was, and what rests on it holds. */
    CLAIM_GOES_ON,
    VERSION_PUBLISHED,
    /** What a region or a market says otherwise, as headquarters has published it. */
    OVERLAY_PUBLISHED,
    /** A market said something otherwise, left it out, or added to it. */
    LOCAL_CHANGED,
    /** A market gave up something of its own of its own accord. */
    LOCAL_TAKEN_BACK,
    /** A market gave up something of its own for what came from above. */
    LOCAL_ACCEPTED,
    /** A market looked at what came from above, and stayed with its own. */
    LOCAL_KEPT,
    /** A market looked at what came from above, and says something else now. */
    LOCAL_EDITED,
    /** A market let everything go on that needs nobody's decision. */
    LOCAL_JOINED,
    /** A market went back to what it said before. */
    LOCAL_RESTORED,
    /** A master is given up from a day on. */
    ASSET_RETIRED,
    ASSET_RETIREMENT_TAKEN_BACK,
    /** A market gave up a course, as above. */
    LOCAL_RETIRED,
    /** A market gave up a course, and another one takes its place there. */
    LOCAL_REPLACED,
    /** A market keeps a course as its own whose master is given up. */
    LOCAL_DETACHED,
    /** A course that a market had kept as its own follows its master again. */
    LOCAL_ATTACHED,
    /** Somebody asks others to agree to what shall become a version. */
    CANDIDATE_PUT_FORWARD,
    /** What shall become a version is another now. */
    CANDIDATE_CHANGED,
    CANDIDATE_WITHDRAWN,
    /** Somebody agrees in their lane. */
    LANE_APPROVED,
    LANE_CHANGES_ASKED,
    LANE_REFUSED,
    /** Somebody may agree in a lane. */
    SEAT_GIVEN,
    SEAT_ENDED,
    /** Somebody lets another agree in their place, until a day. */
    SEAT_LENT,
    /** An expert said that texts are so by a law. */
    EXPERT_CONFIRMED,
    /** An expert said that they are not. */
    EXPERT_DECLINED,
    /** An expert was asked to choose between two wordings, and has. */
    EXPERT_CHOSE,
    /** What an audit has found stays as it is, for a reason and until a day. */
    FINDING_ACCEPTED,
    /** Something is done about what an audit has found: by the platform, or by somebody who is asked to. */
    AUDIT_ACTION_TAKEN,
    /** What was decided about what an audit has found was taken back. */
    AUDIT_ACTION_UNDONE,
    /** A market offered a text of its own to headquarters. */
    LOCAL_OFFERED,
    LOCAL_OFFER_WITHDRAWN,
    /** What a market had offered is the master's now, and its own gave way. */
    LOCAL_ADOPTED,
    /** Headquarters took over what a market had offered. */
    PROPOSAL_ACCEPTED,
    PROPOSAL_DECLINED,
    /** A market lets others read what it says itself. */
    LOCAL_SHARED,
    LOCAL_SHARING_ENDED,
    /** A market says something as another market says it. */
    LOCAL_TAKEN_OVER,
    /** Others in a market have agreed to what somebody wanted to say there. */
    LOCAL_AGREED,
    LOCAL_DECLINED,
    /** A market stays with a version of a course, until a day. */
    LOCAL_PINNED,
    /** A market follows what is in effect above again. */
    LOCAL_UNPINNED,
    /** A plugin, a system or a tool stands in the register of components. */
    COMPONENT_ENTERED,
    /** Something else is said of one. */
    COMPONENT_CHANGED,
    /** One is tried, adopted, refused or ended. */
    COMPONENT_DECIDED,
    COMPONENT_TRIAL_EXTENDED,
    /** A criterion of the quality rubric is not insisted on in one course, until a day. */
    WAIVER_GIVEN,
    WAIVER_TAKEN_BACK,
    /** A law changes on a day, and all that rests on it is looked for. */
    LAW_CHANGE_ANNOUNCED,
    LAW_CHANGE_TAKEN_BACK,
    /** Somebody is asked to bring a course to what the law says now. */
    LAW_CHANGE_ASKED,
    /** A version says what the law says now, and was verified for it. */
    LAW_CHANGE_ANSWERED,
    /** People who had learned what the law said before have to learn what it says now. */
    PEOPLE_ASSIGNED;

    /** As it stands in the log: {@code lock-set}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<DecisionKind> find(String word) {
        return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}

package org.mangrove.core.records;

import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.xapi.AgentId;

/** What documents are about. Each has any number of them, told apart by their names. */
public sealed interface DocumentHolder {

    /**
     * What somebody does in an activity.
     *
     * @param registration in which enrolment; documents of none are apart from those of each. Where all documents are asked
     *     for, none means those of any
     */
    record State(String activity, AgentId agent, Optional<UUID> registration) implements DocumentHolder {}

    record ActivityProfile(String activity) implements DocumentHolder {}

    /** About somebody, or about a group. */
    record AgentProfile(AgentId agent) implements DocumentHolder {}
}

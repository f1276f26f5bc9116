package org.mangrove.core.learning;

import java.util.UUID;
import org.mangrove.core.events.DomainEvent;

/** Somebody has answered a question. */
public record QuestionAnswered(UUID person, String course, String block, int attempt, boolean right)
        implements DomainEvent {}

package org.mangrove.core.learning;

import java.util.UUID;
import org.mangrove.core.events.DomainEvent;

/** Somebody has answered all questions of a course, and too many of them wrong. */
public record CourseFailed(UUID person, String course, int version, int attempt, int score) implements DomainEvent {}

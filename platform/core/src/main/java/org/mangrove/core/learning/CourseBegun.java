package org.mangrove.core.learning;

import java.util.UUID;
import org.mangrove.core.events.DomainEvent;

/** Somebody has begun a course. */
public record CourseBegun(UUID person, String course, int version) implements DomainEvent {}

package org.mangrove.core.learning;

import java.util.UUID;
import org.mangrove.core.events.DomainEvent;

/**
 * Somebody has worked through a course and passed.
 *
 * @param digest of the course as the person got it
 * @param score in percent
 */
public record CourseCompleted(UUID person, String course, int version, String digest, int score, UUID completion)
        implements DomainEvent {}

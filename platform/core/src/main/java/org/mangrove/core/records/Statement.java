package org.mangrove.core.records;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody did something.
 *
 * @param actor the person, who is known by this id alone
 * @param parent of what the object is a part
 * @param registration the same for all that a person does in one enrolment
 * @param attempt which try of that enrolment, counted from 1
 * @param language in which it was done
 */
public record Statement(
        UUID actor,
        Verb verb,
        Activity object,
        Optional<Activity> parent,
        Result result,
        UUID registration,
        int attempt,
        Locale language,
        Instant at) {}

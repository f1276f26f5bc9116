package org.mangrove.core.learning.store;

import java.time.Instant;

/** How much one course is used, without anybody who does. */
public record EnrolmentUse(String course, Long people, Long underWay, Instant last) {}

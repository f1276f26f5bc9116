package org.mangrove.core.credentials;

import java.time.Duration;

/** What came of somebody's showing who they are to the learning record store. */
public sealed interface XapiAdmission {

    record Known(XapiCaller caller) implements XapiAdmission {}

    /** Whatever is wrong with what was shown, if anything was. */
    record Unknown() implements XapiAdmission {}

    /** Good or not: what opens nothing was shown too often. */
    record TooMany(Duration retryAfter) implements XapiAdmission {}

    /** It is good, and comes more often than was agreed. */
    record OverLimit(XapiCaller caller, Duration retryAfter) implements XapiAdmission {}
}

package org.mangrove.core.records;

import java.time.Duration;

/** What came of somebody's showing who they are to the learning record store. */
public sealed interface XapiAdmission {

    record Known(XapiCaller caller) implements XapiAdmission {}

    /** Whatever is wrong with what was shown, if anything was. */
    record Unknown() implements XapiAdmission {}

    /** Good or not: it was too often. */
    record TooMany(Duration retryAfter) implements XapiAdmission {}
}

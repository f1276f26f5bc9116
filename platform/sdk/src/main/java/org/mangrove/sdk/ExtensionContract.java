package org.mangrove.sdk;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the platform and the plugins behind an extension point promise each other; stands on the point's interface. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ExtensionContract {

    /** The first version of the SDK that has this point. */
    String since();

    /** What becomes of a call that throws, takes too long, takes too much memory, or cannot be made. */
    WhenItFails whenItFails();

    /** How long one call may take; then its thread is interrupted and the call has failed. */
    int patienceMillis() default 500;

    /** How much one call may allocate, whether it keeps it or not; beyond that the call has failed. */
    int megabytes() default 32;

    /** From which threads the plugin is called. */
    CallingThread thread() default CallingThread.SEVERAL_AT_ONCE;
}

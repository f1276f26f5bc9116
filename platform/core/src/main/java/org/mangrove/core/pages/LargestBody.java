package org.mangrove.core.pages;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How much may be sent to what is annotated. More is refused before any of it is read, if its length is told, and else as soon as
 * there is more.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface LargestBody {

    int megabytes();
}

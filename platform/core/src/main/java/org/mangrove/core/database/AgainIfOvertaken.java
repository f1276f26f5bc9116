package org.mangrove.core.database;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A transaction that is run once more if another one was faster: it then finds what that one has written.
 *
 * <p>For "look whether it is there, else make it", which two requests may do at the same time. The unique key in the database
 * lets one of them through; the other one begins anew and sees that it is there. It is for the outermost transaction, and the
 * method must not do anything that a rollback does not take back.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface AgainIfOvertaken {}

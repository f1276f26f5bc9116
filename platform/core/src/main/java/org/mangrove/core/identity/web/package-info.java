/** Sign-on by code flow and bearer tokens, sessions in cookies, and the filters that every request passes. */
@NullMarked
package org.mangrove.core.identity.web;

import org.jspecify.annotations.NullMarked;

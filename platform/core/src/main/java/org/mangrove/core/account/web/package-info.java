/** The pages about oneself. */
@NullMarked
package org.mangrove.core.account.web;

import org.jspecify.annotations.NullMarked;

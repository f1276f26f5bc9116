/** What operators ask of provisioning. */
@NullMarked
package org.mangrove.core.provisioning.web;

import org.jspecify.annotations.NullMarked;

/** The admin's page of dead letters, and the operator's view of readers. */
@NullMarked
package org.mangrove.core.redelivery.web;

import org.jspecify.annotations.NullMarked;

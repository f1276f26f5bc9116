/** What people do, from sign-on to certificate, on a whole stack with the demonstration in it. */
@NullMarked
package org.mangrove.journeys;

import org.jspecify.annotations.NullMarked;

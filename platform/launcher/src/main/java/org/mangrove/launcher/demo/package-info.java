/** What shows in a running system of its own what the platform does. */
@NullMarked
package org.mangrove.launcher.demo;

import org.jspecify.annotations.NullMarked;

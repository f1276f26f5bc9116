/** What a plugin tests itself with: one contract for each extension point, and the plugin's own words. */
@NullMarked
package org.mangrove.testkit;

import org.jspecify.annotations.NullMarked;

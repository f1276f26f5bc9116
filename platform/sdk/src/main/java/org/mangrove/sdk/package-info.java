/** All that a plugin may see of the platform: extension points, and the values that go in and come out. */
@NullMarked
package org.mangrove.sdk;

import org.jspecify.annotations.NullMarked;

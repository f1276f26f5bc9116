@NullMarked
package org.mangrove.launcher;

import org.jspecify.annotations.NullMarked;

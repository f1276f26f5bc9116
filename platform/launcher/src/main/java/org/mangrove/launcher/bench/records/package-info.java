/** What the learning record store does in a second, beside a program that only writes the same rows. */
@NullMarked
package org.mangrove.launcher.bench.records;

import org.jspecify.annotations.NullMarked;

/** Germany's instruction on safety and health at work. */
@NullMarked
package org.mangrove.plugins.de.arbeitsschutz;

import org.jspecify.annotations.NullMarked;

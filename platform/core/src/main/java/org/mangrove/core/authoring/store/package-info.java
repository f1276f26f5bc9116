@NullMarked
package org.mangrove.core.authoring.store;

import org.jspecify.annotations.NullMarked;

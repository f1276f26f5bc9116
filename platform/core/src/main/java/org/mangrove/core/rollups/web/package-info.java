/** Where an operator has rollups recounted. */
@NullMarked
package org.mangrove.core.rollups.web;

import org.jspecify.annotations.NullMarked;

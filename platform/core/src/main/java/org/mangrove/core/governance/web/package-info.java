/** Where decisions are read, taken along, and verified. */
@NullMarked
package org.mangrove.core.governance.web;

import org.jspecify.annotations.NullMarked;

/** Where an admin or an operator lets other systems in, and shows them out. */
@NullMarked
package org.mangrove.core.credentials.web;

import org.jspecify.annotations.NullMarked;

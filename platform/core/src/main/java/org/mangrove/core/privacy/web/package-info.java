/** Pages of a person about their own data, of the admin who answers for it, and what operators ask. */
@NullMarked
package org.mangrove.core.privacy.web;

import org.jspecify.annotations.NullMarked;

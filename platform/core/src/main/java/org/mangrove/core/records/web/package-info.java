/** The door of xAPI, and where an admin sees what came through it. */
@NullMarked
package org.mangrove.core.records.web;

import org.jspecify.annotations.NullMarked;

/** Writes the beginnings of a plugin. */
@NullMarked
package org.mangrove.launcher.newplugin;

import org.jspecify.annotations.NullMarked;

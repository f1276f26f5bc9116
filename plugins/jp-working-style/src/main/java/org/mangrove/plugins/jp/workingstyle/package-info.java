/** How dates and names are written at work in Japan. */
@NullMarked
package org.mangrove.plugins.jp.workingstyle;

import org.jspecify.annotations.NullMarked;

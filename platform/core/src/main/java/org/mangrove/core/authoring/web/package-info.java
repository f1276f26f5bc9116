@NullMarked
package org.mangrove.core.authoring.web;

import org.jspecify.annotations.NullMarked;

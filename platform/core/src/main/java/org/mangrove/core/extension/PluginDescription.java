package org.mangrove.core.extension;

import java.util.SortedSet;

/**
 * What there is to know of an installed plugin.
 *
 * @param requires the versions of the SDK that it works with
 * @param digest SHA-256 of its jar, in hexadecimal
 * @param points simple names of the extension points that it serves
 */
public record PluginDescription(
        PluginName name, String description, String requires, String digest, SortedSet<String> points) {}

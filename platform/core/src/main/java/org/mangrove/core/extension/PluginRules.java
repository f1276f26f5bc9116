package org.mangrove.core.extension;

import java.util.regex.Pattern;

/** What ids and versions of plugins look like: they become file names and prefixes of keys. */
final class PluginRules {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)+");
    private static final Pattern VERSION = Pattern.compile("\\d{1,6}\\.\\d{1,6}\\.\\d{1,6}");
    private static final int LONGEST_ID = 60;

    private PluginRules() {}

    static boolean isId(String id) {
        return id.length() <= LONGEST_ID && ID.matcher(id).matches();
    }

    static boolean isVersion(String version) {
        return VERSION.matcher(version).matches();
    }

    static boolean isName(PluginName name) {
        return isId(name.id()) && isVersion(name.version());
    }
}

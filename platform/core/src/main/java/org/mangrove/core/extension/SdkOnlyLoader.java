package org.mangrove.core.extension;

import java.util.List;

/** What a plugin sees of its host: the JDK as the platform loader shows it, the SDK, and the three it builds on. */
final class SdkOnlyLoader extends ClassLoader {

    private static final List<String> SHOWN = List.of("org.mangrove.sdk.", "org.pf4j.", "org.slf4j.", "org.jspecify.");

    private final ClassLoader host;

    SdkOnlyLoader(ClassLoader host) {
        super("what plugins see", getPlatformClassLoader());
        this.host = host;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (SHOWN.stream().anyMatch(name::startsWith)) {
            return host.loadClass(name);
        }
        throw new ClassNotFoundException(name + " is not shown to plugins");
    }
}

package org.mangrove.sdk;

import org.pf4j.ExtensionPoint;

/**
 * Marks what a plugin can add to the platform.
 *
 * <p>Each extension point is an interface that extends this one and carries an {@link ExtensionContract}. A plugin
 * implements it in a public class with a public constructor without parameters and {@code @org.pf4j.Extension} on it.
 */
public interface MangroveExtension extends ExtensionPoint {}

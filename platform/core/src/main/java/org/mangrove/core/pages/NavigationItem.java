package org.mangrove.core.pages;

import org.mangrove.sdk.Message;

/**
 * A place that the navigation leads to.
 *
 * @param order smaller comes first; the first four also stand in the bar at the bottom of narrow screens
 * @param icon the name of one of our icons
 * @param path such as {@code /catalogue}; the item is current on that path and below
 */
public record NavigationItem(int order, String icon, Message label, String path) {

    public boolean isCurrentAt(String here) {
        return here.equals(path) || (!path.equals("/") && here.startsWith(path + "/"));
    }
}

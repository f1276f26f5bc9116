package org.mangrove.core.pages;

import java.util.List;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.CoreCaller;

/** Adds what a slice has to offer to the navigation of every page. Implemented by a bean of the slice's web package. */
public interface NavigationSource {

    /** What somebody who has signed in to a tenant may go to. Called for every page: no questions to the database. */
    default List<NavigationItem> itemsFor(Caller caller) {
        return List.of();
    }

    /** The same in the global core of an enterprise. */
    default List<NavigationItem> itemsFor(CoreCaller caller) {
        return List.of();
    }
}

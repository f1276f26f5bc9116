package org.mangrove.server;

import java.util.List;
import org.mangrove.core.publication.FeedApplication;
import org.mangrove.core.publication.FeedChain;
import org.mangrove.core.publication.FeedHead;
import org.mangrove.core.publication.FeedItem;
import org.mangrove.core.tenancy.Enterprise;

/** The first entry of an epoch that has just begun. */
final class FirstEntry {

    private FirstEntry() {}

    /** @return whether the cell took it in */
    static boolean apply(FeedApplication feed, String cell, Enterprise enterprise, FeedItem item) {
        var from = new FeedHead(FeedChain.newEpoch(), 0, FeedChain.START, "");
        var entry = FeedChain.link(enterprise.slug(), from.epoch(), 1, from.hash(), item);
        return feed.apply(cell, enterprise, from, new FeedHead(entry.epoch(), 1, entry.hash(), ""), List.of(entry));
    }
}

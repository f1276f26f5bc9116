package org.mangrove.core.content.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.mangrove.core.content.Publishing.Published;

/** What came of a publication, for programs. */
final class PublishedJson {

    private PublishedJson() {}

    static String write(Published published) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("course", published.course());
        json.put("version", published.no());
        json.put("new", published.isNew());
        var spaces = json.putArray("changedOverlays");
        published.changedOverlays().forEach(spaces::add);
        return json.toString();
    }
}

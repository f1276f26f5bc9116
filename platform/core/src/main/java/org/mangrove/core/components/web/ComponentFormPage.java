package org.mangrove.core.components.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.components.ComponentKind;
import org.mangrove.core.components.Decision;
import org.mangrove.core.components.Purpose;

/**
 * What is asked of a component.
 *
 * @param key of one that is there; empty of a new one
 * @param plugin the id of one that is to be entered; empty if none was named
 * @param markets the tenants' slugs
 * @param members who can answer for it
 */
public record ComponentFormPage(
        Optional<String> key, ComponentForm typed, String plugin, List<String> markets, List<Member> members) {

    /** Somebody who works in the core. @param name their public one, or the beginning of their pseudonym */
    public record Member(UUID actor, String name) {}

    public List<ComponentKind> kinds() {
        return List.of(ComponentKind.values());
    }

    public List<Purpose> purposes() {
        return List.of(Purpose.values());
    }

    /** What can be decided when it is entered: what was never begun cannot end. */
    public List<Decision> decisions() {
        return List.of(Decision.TRIAL, Decision.ADOPTED, Decision.REFUSED);
    }

    public boolean isOfKind(ComponentKind kind) {
        String before = plugin.isEmpty() ? "" : ComponentKind.PLUGIN.word();
        return typed.typed().value("kind", before).equals(kind.word());
    }

    public String place() {
        return key.map(known -> ComponentsResource.PLACE + "/" + known).orElse(ComponentsResource.PLACE);
    }
}

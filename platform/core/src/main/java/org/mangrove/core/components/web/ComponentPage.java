package org.mangrove.core.components.web;

import java.util.List;
import java.util.Optional;
import org.mangrove.core.components.Decision;

/** An entry, and what can be decided about it. */
public record ComponentPage(
        RegisterPage.Line line, Optional<String> stewardName, boolean mayDecide, ComponentForm typed) {

    public List<Decision> decisions() {
        return List.of(Decision.TRIAL, Decision.ADOPTED, Decision.REFUSED, Decision.ENDED);
    }

    /** What is switched on can end, what is not was never begun. */
    public boolean isChosen(Decision decision) {
        return typed.value("decision").equals(decision.word());
    }
}

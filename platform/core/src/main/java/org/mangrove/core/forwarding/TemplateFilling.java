package org.mangrove.core.forwarding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.sdk.Message;

/** One statement while a template is filled from it: what can be seen, and how much may still be made. */
final class TemplateFilling {

    static final int MOST_PARTS = 50_000;
    static final int MOST_CHARACTERS = 2_000_000;

    private final ObjectNode statement;
    private final Optional<JsonNode> element;
    private final Budget budget;

    /** Shared by all that is made for one statement. */
    private static final class Budget {
        private int parts = MOST_PARTS;
        private int characters = MOST_CHARACTERS;
    }

    TemplateFilling(ObjectNode statement) {
        this(statement, Optional.empty(), new Budget());
    }

    private TemplateFilling(ObjectNode statement, Optional<JsonNode> element, Budget budget) {
        this.statement = statement;
        this.element = element;
        this.budget = budget;
    }

    TemplateFilling within(JsonNode one) {
        return new TemplateFilling(statement, Optional.of(one), budget);
    }

    ObjectNode statement() {
        return statement;
    }

    Optional<JsonNode> at(TemplatePlace place) {
        JsonNode from = place.ofElement() ? element.orElse(statement) : statement;
        return Optional.of(from.at(place.pointer())).filter(found -> !found.isMissingNode());
    }

    /** A copy of what lies in the statement, which is paid for whole. */
    JsonNode copied(JsonNode found) {
        pay(found);
        return found.deepCopy();
    }

    /** @throws Invalid if more was made than may be */
    void payPart() {
        budget.parts--;
        mustBeLeft();
    }

    void payText(int length) {
        budget.characters -= length;
        mustBeLeft();
    }

    private void pay(JsonNode whole) {
        payPart();
        if (whole.isTextual()) {
            payText(whole.textValue().length());
        }
        whole.forEach(this::pay);
    }

    private void mustBeLeft() {
        if (budget.parts < 0 || budget.characters < 0) {
            throw new Invalid(Message.of("forwarding.template.too-much"));
        }
    }
}

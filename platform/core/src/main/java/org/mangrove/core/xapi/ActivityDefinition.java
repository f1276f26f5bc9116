package org.mangrove.core.xapi;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a statement says that an activity is. */
public record ActivityDefinition(String iri, ObjectNode definition) {}

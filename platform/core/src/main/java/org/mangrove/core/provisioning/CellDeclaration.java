package org.mangrove.core.provisioning;

/**
 * What {@code cells.yaml} says of a cell, or of the core.
 *
 * @param zone where personal data must stay
 */
public record CellDeclaration(String name, String zone, String city, String country) {}

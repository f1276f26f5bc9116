package org.mangrove.core.adaptation.store;

/** A course with a market that shares something of it. */
public record SharedMark(String course, String tenant) {}

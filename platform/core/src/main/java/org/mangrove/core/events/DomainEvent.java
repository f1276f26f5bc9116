package org.mangrove.core.events;

/** Something that has happened. A record with plain components, since it is written down as JSON; named in the past tense. */
public interface DomainEvent {}

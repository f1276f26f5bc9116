package org.mangrove.core.pages;

import org.mangrove.sdk.Message;

/** Something to be said once, on the next page that a person sees: "You have joined the course." */
public record Flash(Tone tone, Message message) {}

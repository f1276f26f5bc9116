package org.mangrove.core.audit.store;

/**
 * What a run has to say about a finding, as it is written down.
 *
 * @param subjects JSON
 * @param marks JSON
 * @param document JSON: the evidence, and what is proposed
 */
public record FindingWords(
        String subjects, String marks, String title, String titleLanguage, String owner, String document) {}

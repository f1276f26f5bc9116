/**
 * The expert's minutes: authors ask an expert for the smallest thing, within the minutes that the expert gives a month; who answers
 * is thanked by name if they agreed to one; and where the minutes run short is shown by domain, with the day on which a queue ends.
 *
 * <p>Owns: experts with their domains, budgets and delegations, and what they were asked, in the core. Calls: content, lineage,
 * governance, mail, pages, identity, localization, keys, threads, tenancy, database, refusal.
 */
@NullMarked
package org.mangrove.core.expertise;

import org.jspecify.annotations.NullMarked;

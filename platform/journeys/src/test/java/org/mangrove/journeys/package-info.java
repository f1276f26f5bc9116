/**
 * What people do, from sign-on to certificate, on a whole stack with the demonstration in it.
 *
 * <p>{@link WholeStack} gives a test the stack that all tests of a run share, and {@link NodesApart} another one whose nodes
 * are apart; neither before it is up ({@link Readiness}). Classes run in any order, so each test leaves the stack as it found
 * it. What a test needs it takes:
 *
 * <pre>{@code
 * try (var lena = new Visitor(site, "de")) {              // a browser without scripts; Chromium is one with them
 *     lena.signOn(Learner.LENA);
 *     String certificate = new TakenCourse(lena, Learner.LENA, DemonstrationCourse.SECURITY.slug()).pass();
 * }
 * new Program(site).get("/metrics", token);              // a program without cookies
 * new Operator(stack).post("/operator/api/...").must();  // whoever runs the platform, and administers Keycloak
 * Rows.ofCell(stack, "eu").number("select count(*) from identity_person where email = ?", email);
 * RunningRoutes.of(stack).pages();                       // every route that the node answers to
 * EditedFolder.ofTenantsConfig().with("cells.yaml", text -> text + "...").zipped();
 * Patience.of(Duration.ofSeconds(20)).until("the session is over", () -> lena.go(page).isRedirect());
 * }</pre>
 */
@NullMarked
package org.mangrove.journeys;

import org.jspecify.annotations.NullMarked;

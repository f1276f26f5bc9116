package org.mangrove.core.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Makes tools of twenty-four trades, some of which do what others do. */
final class ToolMaker {

    /** What tools say of themselves, and which is not what they do. */
    private static final List<String> PRAISE = List.of(
            "for teams of every size",
            "that people love to use",
            "made for the global enterprise",
            "with care for privacy",
            "that saves time for everybody",
            "in all languages of the platform");

    private static final List<String> NAMES =
            List.of("Attend", "Nova", "Pulse", "Track", "Sage", "Relay", "Guide", "Spark", "Orbit", "Check");

    private record Trade(String point, String capabilities, String purpose) {}

    private static final List<Trade> TRADES = List.of(
            new Trade(
                    "catalogue",
                    "import-courses sync-prices mirror-catalogue",
                    "brings courses of an outside library into the catalogue and keeps their prices up to date"),
            new Trade(
                    "catalogue",
                    "translate-titles detect-language glossary",
                    "translates titles and summaries of catalogue entries by the company glossary"),
            new Trade(
                    "catalogue",
                    "recommend-courses rank-skills cold-start",
                    "recommends what to learn next from skills and the learning of colleagues"),
            new Trade(
                    "enrolment",
                    "check-age check-instruction block-enrolment",
                    "admits only adults with a valid safety instruction to courses on machines"),
            new Trade(
                    "enrolment",
                    "approve-costs ask-manager budget",
                    "asks the manager to approve what a training costs before somebody is enrolled"),
            new Trade(
                    "enrolment",
                    "waiting-list seat-limits reminders",
                    "keeps waiting lists for classes with a limited number of seats"),
            new Trade(
                    "enrolment",
                    "works-council consent log-decisions",
                    "waits for the consent of the works council where one is needed"),
            new Trade(
                    "calendar",
                    "public-holidays working-days",
                    "knows public holidays and working days of the federal states"),
            new Trade(
                    "calendar",
                    "book-rooms room-equipment catering",
                    "books rooms with the equipment and catering that a class needs"),
            new Trade(
                    "calendar",
                    "shift-plans find-slots reminders",
                    "finds times for learning between the shifts of a plant"),
            new Trade(
                    "calendar",
                    "hijri-dates prayer-times",
                    "shows dates of the Hijri calendar and keeps prayer times free"),
            new Trade(
                    "attendance",
                    "scan-codes sign-lists badge-reader",
                    "records who attended a class by scanning a code at the door"),
            new Trade(
                    "attendance",
                    "video-presence chat-log recording",
                    "takes presence in video meetings from the log of the meeting"),
            new Trade(
                    "attendance",
                    "geofence mobile-checkin offline-checkin",
                    "checks people in on their phone when they are at the site"),
            new Trade(
                    "assessment",
                    "proctor-exams face-match screen-watch",
                    "watches exams on screen and asks a person to look at what is odd"),
            new Trade(
                    "assessment",
                    "grade-essays rubric feedback-text",
                    "proposes grades and feedback for essays along a rubric"),
            new Trade(
                    "assessment",
                    "adaptive-questions item-bank calibrate",
                    "chooses the next question from an item bank by what was answered"),
            new Trade(
                    "assessment",
                    "simulate-machines sensor-data score-motion",
                    "scores how a simulated machine was handled from its sensors"),
            new Trade(
                    "consent",
                    "ask-consent withdraw proof",
                    "asks people for consent to the processing of their data and proves it"),
            new Trade(
                    "consent", "age-of-consent guardian proof", "asks a guardian where somebody is too young to agree"),
            new Trade(
                    "certificate",
                    "print-cards laminate photo",
                    "prints operator cards with a photo after a practical exam"),
            new Trade(
                    "certificate",
                    "verify-links revoke wallet",
                    "puts certificates into wallets where anybody can verify them"),
            new Trade(
                    "report",
                    "export-finance cost-centres",
                    "exports hours and costs of training by cost centre to the finance system"),
            new Trade(
                    "report",
                    "authority-forms submit sign",
                    "fills in the forms that the authority for labour wants each year"));

    private static final List<String> MARKETS = List.of("acme-de", "acme-at", "acme-jp", "acme-sa", "acme-fr");

    private final SplittableRandom random;
    private final List<AuditedTool> tools = new ArrayList<>();
    final Set<Set<String>> defects = new HashSet<>();
    final Set<Set<String>> nearMisses = new HashSet<>();
    final Set<Set<String>> ungoverned = new HashSet<>();
    final Set<Set<String>> nearlyUngoverned = new HashSet<>();

    ToolMaker(SplittableRandom random) {
        this.random = random;
    }

    List<AuditedTool> tools() {
        for (Trade trade : TRADES) {
            boolean says = random.nextBoolean();
            AuditedTool one = tool(trade.point(), can(trade, says), says(trade, 0), Set.of("acme-de", "acme-at"));
            // One of the two need not say what it can do: then only their sentences tell.
            Set<String> others = says ? without(can(trade, true)) : Set.of();
            AuditedTool other = tool(trade.point(), others, says(trade, 0.15), Set.of("acme-de", "acme-fr"));
            defects.add(Set.of(one.id(), other.id()));
            AuditedTool elsewhere = tool(trade.point(), can(trade, says), says(trade, 0.1), Set.of("acme-jp"));
            nearMisses.add(Set.of(one.id(), elsewhere.id()));
            likeNeighbours(trade, one);
        }
        return tools;
    }

    /** What the register says of them: of a fourth something is wrong, of another fourth it only looks so. */
    List<AuditedTool> entered(List<AuditedTool> made, LocalDate day) {
        var entered = new ArrayList<AuditedTool>();
        for (AuditedTool tool : made) {
            switch (random.nextInt(4)) {
                case 0 -> {
                    ungoverned.add(Set.of(tool.id()));
                    entered.add(wrong(tool, day));
                }
                case 1 -> {
                    nearlyUngoverned.add(Set.of(tool.id()));
                    entered.add(nearlyWrong(tool));
                }
                default -> entered.add(tool.with(entry("Everybody knows " + tool.purpose(), "Ada Weiss", false)));
            }
        }
        return entered;
    }

    private AuditedTool wrong(AuditedTool tool, LocalDate day) {
        LocalDate past = day.minusDays(random.nextInt(1, 200));
        String objective = "What it is there for: " + tool.purpose();
        return switch (random.nextInt(6)) {
            case 0 -> tool.withoutEntry();
            case 1 -> tool.with(entry(random.nextBoolean() ? "" : "t.b.d.", "Ada Weiss", false));
            case 2 -> tool.with(entry(objective, "", false));
            case 3 -> tool.with(entry(objective, "Bo Carlsen", true));
            case 4 ->
                tool.with(new ToolEntry(
                        objective, Optional.of("Ada Weiss"), false, Set.of(), Optional.of(past), Optional.empty()));
            default ->
                tool.with(new ToolEntry(
                        objective, Optional.of("Ada Weiss"), false, Set.of(), Optional.empty(), Optional.of(past)));
        };
    }

    /** Few words that say something, and names that look like none. */
    private AuditedTool nearlyWrong(AuditedTool tool) {
        List<String> brief =
                List.of("Nobody drives untrained", "No more paper", "None gets hurt", "Offene Fragen klären");
        List<String> names = List.of("Nonna Vacante", "Niemann", "未定子", "X. Xu");
        return tool.with(
                entry(brief.get(random.nextInt(brief.size())), names.get(random.nextInt(names.size())), false));
    }

    private static ToolEntry entry(String objective, String owner, boolean isGone) {
        return new ToolEntry(
                objective,
                Optional.of(owner).filter(name -> !name.isEmpty()),
                isGone,
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** Serves the same point in the same market, shares one thing that it can do and half of a sentence, and is for something else. */
    private void likeNeighbours(Trade trade, AuditedTool one) {
        String first = trade.capabilities().split(" ")[0];
        boolean says = !one.capabilities().isEmpty();
        Set<String> can = says ? Set.of(first, "own-" + tools.size(), "more-" + tools.size()) : Set.of();
        String[] words = trade.purpose().split(" ");
        String verb = String.join(" ", List.of(words).subList(0, 2));
        String purpose = verb + " " + OTHERWISE.get(tools.size() / 4 % OTHERWISE.size()) + " " + praise();
        AuditedTool near = tool(trade.point(), can, purpose, Set.of("acme-de", MARKETS.get(random.nextInt(1, 5))));
        nearMisses.add(Set.of(one.id(), near.id()));
    }

    private static final List<String> OTHERWISE = List.of(
            "spare parts for the workshop by their serial number",
            "parking places near the gate for visitors",
            "menus of the canteen with allergens",
            "letters to the press from one mailbox",
            "travel bookings with trains and hotels",
            "contracts with freelancers and their hours",
            "patents and the fees that fall due",
            "cleaning rounds in the halls at night",
            "fire drills with a map of exits",
            "ideas from the suggestion box by votes",
            "keys and lockers of the changing rooms",
            "bicycles for short ways across the site");

    private static Set<String> can(Trade trade, boolean says) {
        return says ? Set.of(trade.capabilities().split(" ")) : Set.of();
    }

    private Set<String> without(Set<String> all) {
        var some = new ArrayList<>(all.stream().sorted().toList());
        if (some.size() > 2) {
            some.remove(random.nextInt(some.size()));
        }
        if (random.nextBoolean() && some.size() > 2) {
            some.add("something-else");
        }
        return Set.copyOf(some);
    }

    private String says(Trade trade, double otherWords) {
        var words = new ArrayList<String>();
        for (String word : trade.purpose().split(" ")) {
            words.add(random.nextDouble() < otherWords ? OTHER.getOrDefault(word, word + "s") : word);
        }
        return String.join(" ", words) + " " + praise();
    }

    private static final Map<String, String> OTHER = Map.of(
            "brings",
            "fetches",
            "courses",
            "trainings",
            "people",
            "employees",
            "asks",
            "requests",
            "class",
            "session",
            "records",
            "notes",
            "machines",
            "equipment",
            "costs",
            "expenses",
            "exams",
            "tests",
            "shows",
            "displays");

    private String praise() {
        return PRAISE.get(random.nextInt(PRAISE.size()));
    }

    private AuditedTool tool(String point, Set<String> can, String purpose, Set<String> markets) {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        var tool = new AuditedTool(
                "%s-%03d".formatted(name, tools.size()).toLowerCase(Locale.ROOT),
                purpose,
                Locale.ENGLISH,
                Set.of(point),
                can,
                markets);
        tools.add(tool);
        return tool;
    }
}

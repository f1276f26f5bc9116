package org.mangrove.core.expertise;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What an enterprise's authors want to have confirmed in a year, and by whom they can have it confirmed. The same seed makes the same year.
 *
 * @param experts the best known first
 */
record ReviewYear(List<Course> courses, List<Giver> experts) {

    static final LocalDate FIRST_DAY = LocalDate.of(2027, 1, 4);
    static final int DAYS = 364;

    private static final int COURSES = 120;
    private static final int EXPERTS = 12;
    private static final List<String> SUBJECTS =
            List.of("data-protection", "fire-safety", "anti-bribery", "trade-control", "working-time", "hygiene");
    private static final List<String> PLACES = List.of("DE", "JP", "SA");
    private static final int HOLIDAY_DAYS = 14;

    /**
     * @param claims what has to be confirmed in it
     * @param characters of all its texts, of which those of the claims are a part
     */
    record Course(int number, LocalDate handedIn, Domain domain, List<AskedClaim> claims, int characters) {}

    /** @param away the first days of their two holidays */
    record Giver(Expert expert, List<LocalDate> away) {

        boolean isThere(LocalDate day) {
            return isWorkday(day)
                    && away.stream()
                            .noneMatch(from -> !day.isBefore(from) && day.isBefore(from.plusDays(HOLIDAY_DAYS)));
        }
    }

    static ReviewYear of(long seed) {
        var chance = new Random(seed);
        List<Giver> experts = IntStream.range(0, EXPERTS)
                .mapToObj(number -> giver(number, chance))
                .toList();
        List<Course> courses = IntStream.range(0, COURSES)
                .mapToObj(number -> course(number, chance))
                .toList();
        return new ReviewYear(courses, experts);
    }

    static boolean isWorkday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** Two for each subject, who know it in all three places: so that each question has a second one who could answer it. */
    private static Giver giver(int number, Random chance) {
        String subject = SUBJECTS.get(number % SUBJECTS.size());
        var budget = new Budget(120 + 60 * chance.nextInt(4), ZoneOffset.UTC);
        var expert = new Expert(
                new UUID(0, number), List.of(new Domain(subject, Optional.empty())), budget, Optional.empty());
        return new Giver(expert, List.of(someDay(chance, 20, 150), someDay(chance, 190, 150)));
    }

    private static Course course(int number, Random chance) {
        // Half of all courses are about two of the six subjects.
        int subject = chance.nextBoolean() ? chance.nextInt(2) : chance.nextInt(SUBJECTS.size());
        var domain = new Domain(SUBJECTS.get(subject), Optional.of(PLACES.get(chance.nextInt(PLACES.size()))));
        int blocks = 20 + chance.nextInt(31);
        var claims = new ArrayList<AskedClaim>();
        int characters = 0;
        for (int block = 0; block < blocks; block++) {
            int length = 200 + chance.nextInt(1_000);
            characters += length;
            if (chance.nextInt(4) == 0) {
                claims.add(claim("block-" + block, length, domain));
            }
        }
        if (claims.isEmpty()) {
            claims.add(claim("block-0", 400, domain));
        }
        return new Course(number, someDay(chance, 0, 270), domain, List.copyOf(claims), characters);
    }

    private static AskedClaim claim(String block, int length, Domain domain) {
        return new AskedClaim(
                block,
                "body",
                domain.place().orElseThrow(),
                "§ 1",
                FIRST_DAY.plusYears(1),
                Map.of("en", "x".repeat(length)),
                Optional.empty());
    }

    private static LocalDate someDay(Random chance, int from, int within) {
        LocalDate day = FIRST_DAY.plusDays(from + chance.nextInt(within));
        return isWorkday(day) ? day : day.plusDays(2);
    }
}

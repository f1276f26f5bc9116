package org.mangrove.core.expertise;

/**
 * How a domain stands.
 *
 * @param experts who know it and give minutes
 * @param waiting how many asks wait, the late ones among them
 * @param minutesLeft of this month of all who know it; whoever knows several domains is counted in each
 * @param answeredLately minutes within the time that the forecast looks at
 */
public record DomainQueue(
        Domain domain,
        int experts,
        int waiting,
        int late,
        int minutesWaiting,
        int minutesLeft,
        int answeredLately,
        Forecast forecast) {

    /** For putting the bottleneck first: what nobody can name a day for, then what ends last. */
    long days() {
        return switch (forecast) {
            case Forecast.NotAtThisRate never -> Long.MAX_VALUE;
            case Forecast.By(var day) -> day.toEpochDay();
            case Forecast.Done done -> Long.MIN_VALUE;
        };
    }
}

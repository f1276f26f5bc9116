package org.mangrove.core.learning.store;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.mangrove.core.learning.Duty;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.TenantOwned;
import org.mangrove.sdk.Message;

/** What the rules last said that a person has to take. */
@Entity
@Table(name = "learning_duty_sheet")
public class DutySheetRow extends TenantOwned {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    @Column(name = "asked_on", nullable = false)
    private LocalDate askedOn;

    @Column(name = "duties", nullable = false)
    private String duties;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected DutySheetRow() {}

    public LocalDate askedOn() {
        return askedOn;
    }

    public List<Duty> duties() {
        return Definitions.read(duties, new TypeReference<List<Duty>>() {}).stream()
                .map(duty -> new Duty(
                        duty.course(), duty.due(), duty.interval(), duty.legalReference(), withDates(duty.reason())))
                .toList();
    }

    /** In JSON a date is a string; a sentence needs it as a date, to say it as the market does. */
    private static Message withDates(Message reason) {
        var dated = Message.of(reason.key());
        for (var argument : reason.arguments().entrySet()) {
            Object value = argument.getValue();
            boolean isDate = value instanceof String text && DATE.matcher(text).matches();
            dated = dated.with(argument.getKey(), isDate ? LocalDate.parse((String) value) : value);
        }
        return dated;
    }
}

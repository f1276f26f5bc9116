package org.mangrove.sdk.custom;

/**
 * How a market writes names of persons.
 *
 * <p>The three forms hold {@code {name}} where the name stands.
 *
 * @param order which part comes first
 * @param between what stands between the two parts
 * @param polite how one speaks to and of a person on pages, such as <span lang="ja">{name}さん</span>
 * @param formal how one writes to a person in mails and letters, such as <span lang="ja">{name} 様</span>
 * @param plain the name where no honorific belongs: lists, certificates, one's own name
 */
public record NameCustom(Order order, String between, String polite, String formal, String plain) {

    public NameCustom {
        mustHoldTheName(polite);
        mustHoldTheName(formal);
        mustHoldTheName(plain);
    }

    private static void mustHoldTheName(String form) {
        if (!form.contains("{name}")) {
            throw new IllegalArgumentException("'" + form + "' has no place for the name: {name}");
        }
    }

    /** Which part of a name comes first. */
    public enum Order {
        GIVEN_FIRST,
        FAMILY_FIRST
    }
}

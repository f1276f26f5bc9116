package org.mangrove.core.audit;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.util.Set;

/** What people write where they have nothing to say. */
final class Placeholders {

    /** Without anything but letters and digits, and in small letters. */
    private static final Set<String> NOTHING = Set.of(
            "",
            "tbd",
            "tba",
            "tbc",
            "todo",
            "na",
            "none",
            "nobody",
            "noone",
            "unknown",
            "unassigned",
            "notassigned",
            "notset",
            "notdefined",
            "undefined",
            "vacant",
            "x",
            "xx",
            "xxx",
            "niemand",
            "keine",
            "keiner",
            "unbekannt",
            "offen",
            "nochoffen",
            "nichtzugewiesen",
            "未定",
            "なし",
            "不明",
            "担当者なし",
            "未設定",
            "لايوجد",
            "غيرمعروف",
            "غيرمحدد");

    private Placeholders() {}

    /** Whether a text is there only so that its field is not empty. */
    static boolean saysNothing(String text) {
        String folded = UCharacter.foldCase(Normalizer2.getNFKCInstance().normalize(text), true);
        return NOTHING.contains(folded.replaceAll("[^\\p{L}\\p{N}]+", ""));
    }
}

package org.mangrove.core.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.mangrove.core.identity.PersonName;

/** Something to show in every component, in four languages. */
public record GallerySamples(
        String title,
        String sentence,
        List<String> words,
        List<String> courses,
        List<String> months,
        PersonName person) {

    private static final List<String> ICONS = List.of(
            "chart-bar", "users", "shield-lock", "messages", "bulb", "scale", "calendar", "search", "rocket", "mail");

    public static GallerySamples in(Locale locale) {
        return switch (locale.getLanguage()) {
            case "de" ->
                new GallerySamples(
                        "Kurskatalog",
                        "Zwanzig Kurse, die zu Ihrer Aufgabe und zu den Regeln Ihres Standorts passen.",
                        List.of(
                                "Katalog",
                                "Arbeitsschutz",
                                "Führung",
                                "Sicherheit",
                                "Als Nächstes",
                                "Stunden im Quartal",
                                "Nachgewiesene Fähigkeiten",
                                "Bestandene Prüfungen",
                                "Einstellungen",
                                "Angaben"),
                        List.of(
                                "Datenkompetenz für alle",
                                "Führen ohne Vorgesetztenfunktion",
                                "Informationssicherheit: das Wesentliche",
                                "Verhandeln über Kulturgrenzen",
                                "Unterweisung Gabelstapler"),
                        List.of(
                                "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.",
                                "Dez."),
                        new PersonName("Lena", "Brandt"));
            case "ar" ->
                new GallerySamples(
                        "دليل الدورات",
                        "عشرون دورة تناسب دورك وتراعي أنظمة مكان عملك.",
                        List.of(
                                "الدورات",
                                "السلامة",
                                "القيادة",
                                "الأمن",
                                "التالي لك",
                                "ساعات هذا الربع",
                                "مهارات موثّقة",
                                "اختبارات ناجحة",
                                "الإعدادات",
                                "البيانات"),
                        List.of(
                                "الثقافة البياناتية للجميع",
                                "القيادة الشاملة",
                                "أساسيات أمن المعلومات",
                                "التفاوض عبر الثقافات",
                                "البرمجة الآمنة بلغة Java"),
                        List.of(
                                "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر",
                                "أكتوبر", "نوفمبر", "ديسمبر"),
                        new PersonName("نورة", "القحطاني"));
            case "ja" ->
                new GallerySamples(
                        "コース一覧",
                        "あなたの役割と職場のルールに合わせた20のコースです。",
                        List.of(
                                "コース",
                                "安全",
                                "リーダーシップ",
                                "セキュリティ",
                                "次にすること",
                                "今四半期の学習時間",
                                "認定済みスキル",
                                "合格した試験",
                                "設定",
                                "内容"),
                        List.of("全員のためのデータリテラシー", "多様性を生かすリーダーシップ", "情報セキュリティの基本", "文化を越えた交渉術", "職場でのフィードバックの伝え方"),
                        List.of("1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"),
                        new PersonName("美咲", "田中"));
            default ->
                new GallerySamples(
                        "Course catalogue",
                        "Twenty courses that fit your role and the rules of the place where you work.",
                        List.of(
                                "Catalogue",
                                "Safety",
                                "Leadership",
                                "Security",
                                "Next for you",
                                "Hours this quarter",
                                "Skills verified",
                                "Exams passed",
                                "Settings",
                                "Details"),
                        List.of(
                                "Data literacy for everyone",
                                "Inclusive leadership",
                                "Information security essentials",
                                "Negotiation across cultures",
                                "Giving feedback at work"),
                        List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"),
                        new PersonName("Amara", "Okafor"));
        };
    }

    public String word(int at) {
        return words.get(at % words.size());
    }

    public String course(int at) {
        return courses.get(at % courses.size());
    }

    public String icon(int at) {
        return ICONS.get(at % ICONS.size());
    }

    public LocalDate day() {
        return LocalDate.of(2026, 9, 21);
    }

    public Chart chart() {
        return new Chart(
                word(5),
                months,
                word(1),
                List.of(12.0, 18.0, 9.0, 22.0, 26.0, 31.0, 28.0, 19.0, 34.0, 38.0, 41.0, 36.0),
                word(2),
                List.of(15.0, 16.0, 17.0, 18.0, 19.0, 21.0, 22.0, 20.0, 24.0, 26.0, 27.0, 28.0));
    }
}

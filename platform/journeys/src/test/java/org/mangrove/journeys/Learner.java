package org.mangrove.journeys;

/** Somebody of the demonstration who learns, and how the pages of their market are to be. */
record Learner(String user, String tenant, String language, String direction) {

    static final Learner LENA = new Learner("lena.brandt", "acme-de", "de", "ltr");
    static final Learner NOURA = new Learner("noura.alharbi", "acme-sa", "ar", "rtl");
    static final Learner HARUKA = new Learner("haruka.sato", "acme-jp", "ja", "ltr");

    static final Learner EMRE = new Learner("emre.yilmaz", "acme-de", "de", "ltr");
    static final Learner ANNA = new Learner("anna.huber", "acme-at", "de", "ltr");
    static final Learner MARIA = new Learner("maria.schulz", "borealis-de", "de", "ltr");

    /** Also look after the people of their tenant and their roles. */
    static final Learner THOMAS = new Learner("thomas.albrecht", "acme-de", "de", "ltr");

    static final Learner UWE = new Learner("uwe.franke", "borealis-de", "de", "ltr");

    /** What everybody in the demonstration signs in with. */
    static final String PASSWORD = System.getenv().getOrDefault("MANGROVE_DEMO_PASSWORD", "mangrove");

    String at(String path) {
        return "/t/" + tenant + path;
    }

    @Override
    public String toString() {
        return user + " in " + tenant;
    }
}

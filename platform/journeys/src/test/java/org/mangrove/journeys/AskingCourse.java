package org.mangrove.journeys;

/** The demonstration's course that asks in every way, as Acme has it: with what it asks in Arabic as well. */
final class AskingCourse {

    static final String SLUG = "asking-in-every-way";
    static final String SECTION = "clean-hands";

    private static final String ARABIC = """
            title: نظافة اليدين في اللحظة المناسبة
            summary: عشر دقائق عن اللحظات الخمس التي تحمي فيها اليدان النظيفتان المريضَ وتحميك.
            sections:
              clean-hands: {title: اليدان النظيفتان في اللحظة المناسبة}
            blocks:
              bedside-picture:
                alt: مريض مستلقٍ في سريره وبجانبه ممرضة ترفع يديها النظيفتين وعلى إطار السرير زجاجة معقّم.
                caption: مكان الزجاجة حيث تُستعمل اليدان.
              what-with-what:
                caption: بماذا تُنظَّف اليدان
                cells:
                  head: {hands: اليدان, use: استعمل, why: السبب}
                  touch: {hands: لمستا شيئًا وتبدوان نظيفتين, use: معقّم اليدين, why: أسرع وألطف بالبشرة.}
                  dirty: {hands: تبدوان متسختين, use: الماء والصابون, why: المعقّم لا يزيل الأوساخ.}
                  spores: {hands: قد تحملان أبواغًا, use: الماء والصابون, why: الكحول لا يقتل الأبواغ والماء يشطفها.}
              observation-sheet:
                title: ورقة المراقبة
                description: لمناوبة واحدة راقب زميلًا أو نفسك وضع علامة عند كل لحظة من اللحظات الخمس.
              q-moments:
                prompt: أي لحظة من اللحظات الخمس هي؟
                options:
                  dressing: {text: توشك أن تغيّر ضمادًا., feedback: الجرح باب مفتوح.}
                  rail: {text: أنزلت حاجز السرير ولم تلمس أحدًا., feedback: على الحواجز الجراثيم نفسها.}
                  welcome: {text: توشك أن تصافح مريضًا وصل للتو., feedback: يداك قادمتان من مكان آخر.}
                targets:
                  before-patient: قبل لمس المريض
                  before-clean: قبل إجراء نظيف
                  after-fluids: بعد ملامسة سوائل الجسم
                  after-things: بعد لمس ما حول المريض
                feedback: اسأل نفسك ماذا ستفعل يداك الآن.
                explanation: لحظتان تحميان المريض والباقي يحميك.
              q-seconds:
                prompt: كم من الوقت تفرك يديك بالمعقّم؟
                unit: ثانية
                low: لا يصل المعقّم في هذا الوقت القصير إلى الإبهامين.
                high: لا ضرر في ذلك لكنه أطول من اللازم.
                explanation: من عشرين إلى ثلاثين ثانية.
                hint: غنِّ أغنية عيد الميلاد مرة واحدة ببطء.
              q-bottle:
                prompt: أين المعقّم في هذه الغرفة في متناول اليد؟
                alt: غرفة مريض فيها باب إلى اليسار ونافذة خلف السرير ومغسلة إلى اليمين، وعند قدم السرير زجاجة صفراء.
                options:
                  door: {text: الباب, feedback: ستلمس الحاجز والستارة قبل أن تصل إلى الجرح.}
                  window: {text: النافذة, feedback: لا شيء معلّقًا هناك.}
                  sink: {text: المغسلة, feedback: الماء والصابون لليدين المتسختين.}
                  bed: {text: قدم السرير, feedback: نعم، حيث تُستعمل اليدان.}
                feedback: ابحث عن الزجاجة القريبة منك.
                explanation: يُستعمل المعقّم حيث هو معلّق.
              s-round:
                prompt: أنت في جولة على مريضين في غرفة واحدة. قرّر ماذا تفعل.
                scenes:
                  call:
                    text: يناديك المريض الأول ومضخته تُنذر، وكنت تكتب على لوحة مفاتيح في الممر.
                    choices:
                      at-once: {text: أذهب إلى المضخة فورًا., feedback: يمكنها الانتظار عشرين ثانية.}
                      rub: {text: أعقّم يديّ وأنا في الطريق إليه., feedback: أحسنت.}
                  drip:
                    text: الأنبوب في يدك وتتذكر يديك.
                    choices:
                      stop: {text: أضع الأنبوب وأعقّم يديّ وأبدأ من جديد., feedback: هذا ما يحميه.}
                      on: {text: أكمل، لم يبقَ إلا القليل., feedback: الأنبوب مفتوح الآن.}
                  pillow:
                    text: تطلب منك المريضة الثانية أن تعدّل وسادتها.
                    choices:
                      leave: {text: أعدّلها فورًا., feedback: لمست الأنبوب والمضخة والسرير.}
                      clean: {text: أعقّم يديّ مرة أخرى ثم أعدّلها., feedback: بين مريضين لحظة دائمًا.}
                  safe: {text: المريضان بخير ولم ينتقل شيء من سرير إلى آخر.}
                  carried: {text: بعد يومين انتقلت الجرثومة إلى المريضة الثانية.}
                  harm: {text: بعد ثلاثة أيام أصيب المريض بالحمى.}
                explanation: الإنذار يبدو عاجلًا والوسادة تبدو بلا ضرر.
            """;

    private AskingCourse() {}

    static byte[] zipped() {
        return DemonstrationCourse.HYGIENE
                .files()
                .with(
                        "course.yaml",
                        course -> course.replace("course: hand-hygiene-basics", "course: " + SLUG)
                                .replace("languages: [en, de, ja]", "languages: [en, de, ja, ar]"))
                .withFile("words/ar.yaml", ARABIC)
                .zipped();
    }
}

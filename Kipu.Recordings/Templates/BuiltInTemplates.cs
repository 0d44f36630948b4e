namespace Kipu.Recordings;

/// <summary>The kinds of meetings that Kipu knows of itself, in the language that an organization reads.</summary>
internal static class BuiltInTemplates
{
    private static readonly IReadOnlyList<AnalysisTemplate> Spanish =
    [
        Of("weekly", "Reunión semanal", "Es una reunión de seguimiento de un equipo. Distingue lo hecho de lo prometido.",
            ("progress", "Avances", "Lo que se terminó o avanzó desde la última reunión, con quién lo hizo."),
            ("blockers", "Bloqueos", "Lo que detiene a alguien y qué o a quién espera."),
            ("nextSteps", "Próximos pasos", "Lo que cada quien hará hasta la próxima reunión.")),
        Of("interview", "Entrevista", "Es una entrevista. No juzgues a la persona: recoge lo que dijo.",
            ("background", "Trayectoria", "Lo que la persona cuenta de su experiencia y formación."),
            ("answers", "Respuestas clave", "Lo que respondió a las preguntas que más tiempo ocuparon."),
            ("expectations", "Expectativas", "Salario, horario, lugar, fechas y condiciones que pidió."),
            ("openQuestions", "Preguntas abiertas", "Lo que quedó sin responder por cualquiera de las partes.")),
        Of("sales", "Ventas", "Es una conversación con un cliente o un posible cliente.",
            ("needs", "Necesidades", "Los problemas que el cliente dice tener y lo que busca."),
            ("objections", "Objeciones", "Reparos del cliente y cómo se respondieron."),
            ("budget", "Presupuesto y plazos", "Cifras, fechas y quién decide."),
            ("competitors", "Alternativas", "Otros proveedores o soluciones que se mencionaron."),
            ("nextSteps", "Próximos pasos", "Lo acordado para después de la conversación.")),
        Of("medical", "Consulta médica", "Es una consulta médica. Recoge solo lo dicho; no diagnostiques ni completes dosis.",
            ("reason", "Motivo", "Por qué consulta la persona, con sus palabras."),
            ("history", "Antecedentes", "Enfermedades, medicamentos y alergias que se mencionaron."),
            ("findings", "Hallazgos", "Lo que se observó o midió, con sus valores tal como se dijeron."),
            ("plan", "Plan", "Indicaciones, medicamentos, exámenes y controles acordados.")),
        Of("training", "Clase o capacitación", "Es una clase o una capacitación.",
            ("concepts", "Conceptos", "Las ideas que se explicaron, en el orden en que aparecieron."),
            ("examples", "Ejemplos", "Casos y ejercicios que se usaron."),
            ("openQuestions", "Preguntas", "Lo que preguntaron los asistentes.")),
    ];

    private static readonly IReadOnlyList<AnalysisTemplate> English =
    [
        Of("weekly", "Weekly meeting", "It is a team's regular meeting. Tell what was done from what was promised.",
            ("progress", "Progress", "What was finished or moved on since the last meeting, and by whom."),
            ("blockers", "Blockers", "What holds somebody up, and what or whom they wait for."),
            ("nextSteps", "Next steps", "What each will do until the next meeting.")),
        Of("interview", "Interview", "It is an interview. Do not judge the person: collect what they said.",
            ("background", "Background", "What the person tells of their experience and education."),
            ("answers", "Key answers", "What they answered to the questions that took most of the time."),
            ("expectations", "Expectations", "Pay, hours, place, dates and conditions that they asked for."),
            ("openQuestions", "Open questions", "What was left unanswered by either side.")),
        Of("sales", "Sales", "It is a conversation with a customer or somebody who may become one.",
            ("needs", "Needs", "The problems that the customer says they have, and what they look for."),
            ("objections", "Objections", "The customer's reservations, and how they were answered."),
            ("budget", "Budget and dates", "Figures, dates, and who decides."),
            ("competitors", "Alternatives", "Other suppliers or solutions that were mentioned."),
            ("nextSteps", "Next steps", "What was agreed for after the conversation.")),
        Of("medical", "Medical consultation", "It is a medical consultation. Collect only what was said; do not diagnose and complete no dose.",
            ("reason", "Reason", "Why the person comes, in their own words."),
            ("history", "History", "Illnesses, medicines and allergies that were mentioned."),
            ("findings", "Findings", "What was seen or measured, with values as they were said."),
            ("plan", "Plan", "Instructions, medicines, examinations and appointments that were agreed.")),
        Of("training", "Class or training", "It is a class or a training.",
            ("concepts", "Concepts", "The ideas that were explained, in the order in which they came."),
            ("examples", "Examples", "Cases and exercises that were used."),
            ("openQuestions", "Questions", "What the listeners asked.")),
    ];

    /// <param name="language">What summaries are written in; what isn't English gets Spanish.</param>
    public static IReadOnlyList<AnalysisTemplate> In(string language) => language is "en" ? English : Spanish;

    public static bool Have(string id) => Spanish.Any(template => template.Id == id);

    private static AnalysisTemplate Of(string id, string name, string instructions, params (string Id, string Title, string Content)[] sections)
    {
        List<TemplateSection> all = [.. sections.Select(section => new TemplateSection(section.Id, section.Title, section.Content))];
        return new(id, name, instructions, all, TemplateRow.VersionOf(name, instructions, all), IsBuiltIn: true, UpdatedBy: null, UpdatedAt: null);
    }
}

using System.ComponentModel.DataAnnotations;

namespace Kipu.Contracts;

/// <summary>What an analysis looks for in one kind of meeting, beside summary, decisions and action items.</summary>
/// <param name="Id">Its name in requests: <c>sales</c>, or one of the organization's own.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Instructions">What the engine is to mind; null for nothing in particular.</param>
/// <param name="Sections">What is filled in from such a meeting, in this order.</param>
/// <param name="Version">Digest of its content: it changes when any of it does, and an analysis keeps the one that it was made with.</param>
/// <param name="IsBuiltIn">Whether Kipu brings it along; deleting it restores it.</param>
/// <param name="UpdatedBy">Who wrote or edited it; null for one as Kipu brings it along.</param>
/// <param name="UpdatedAt">When; null for one as Kipu brings it along.</param>
public sealed record AnalysisTemplate(
    string Id, string Name, string? Instructions, IReadOnlyList<TemplateSection> Sections, string Version, bool IsBuiltIn,
    Guid? UpdatedBy, DateTimeOffset? UpdatedAt);

/// <param name="Id">Its key in the analysis: a letter, then letters and digits.</param>
/// <param name="Title">The heading that people see.</param>
/// <param name="Content">What belongs into it, as one would tell a colleague.</param>
public sealed record TemplateSection(
    [property: Required, RegularExpression("^[a-z][A-Za-z0-9]{0,39}$")] string Id,
    [property: Required, StringLength(80, MinimumLength = 1)] string Title,
    [property: Required, StringLength(300, MinimumLength = 1)] string Content);

/// <summary>Writes a template: a new one of the organization's own, or another wording of one that is there.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Instructions">What the engine is to mind.</param>
/// <param name="Sections">At most eight, each with an id of its own.</param>
public sealed record PutTemplateRequest(
    [property: Required, StringLength(80, MinimumLength = 1)] string Name,
    [property: MaxLength(2000)] string? Instructions,
    [property: Required, MaxLength(8)] IReadOnlyList<TemplateSection> Sections);

/// <summary>How an organization's meetings are analysed unless a recording says otherwise.</summary>
/// <param name="OutputLanguage">What summaries are written in: <c>es</c>, <c>en</c>, or <c>spoken</c> for the language of the meeting.</param>
/// <param name="Template">The id of the template; null for none.</param>
public sealed record AnalysisSettings(
    [property: Required, RegularExpression("^(es|en|spoken)$")] string OutputLanguage,
    [property: MaxLength(40)] string? Template);

/// <summary>The template that an analysis was made with.</summary>
public sealed record AppliedTemplate(string Id, string Name, string Version);

/// <summary>A section of a template, filled in.</summary>
/// <param name="Id">The section's id in the template.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Statements">What the meeting says to it; empty when it says nothing.</param>
public sealed record AnalysisSection(string Id, string Title, IReadOnlyList<SummarySentence> Statements);

/// <summary>From Recordings to the worker: how a recording is to be analysed.</summary>
/// <param name="Template">What to look for; null for nothing in particular.</param>
/// <param name="OutputLanguage"><c>es</c>, <c>en</c>, or <c>spoken</c>.</param>
/// <param name="People">Names that people of the organization gave to voices, the latest first.</param>
/// <param name="RecordedAt">When the meeting was, whenever it is analysed; null for a recording that is gone.</param>
public sealed record RecordingBrief(
    AnalysisTemplate? Template, string OutputLanguage, IReadOnlyList<string> People, DateTimeOffset? RecordedAt = null);

/// <summary>Somebody who was named in a recording of the organization, to be proposed for the next one.</summary>
/// <param name="Name">What they are called.</param>
/// <param name="UserId">The member who it is, where somebody said so.</param>
/// <param name="NamedAt">When a voice got this name last.</param>
public sealed record KnownPerson(string Name, Guid? UserId, DateTimeOffset NamedAt);

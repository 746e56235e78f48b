using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Tests.Support;

/// <summary>What is expected of every answer of a kind.</summary>
internal static class Answers
{
    public static async Task<JsonElement> OkJsonAsync(this HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode}: {text}");
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>A problem of this kind; returns its detail.</summary>
    public static async Task<string> ProblemAsync(this HttpResponseMessage response, ProblemKind kind)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True("application/problem+json" == response.Content.Headers.ContentType?.MediaType, $"{(int)response.StatusCode} {response.Content.Headers.ContentType}: {text}");
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal((kind.Type, kind.Status), (problem.GetProperty("type").GetString(), (int)response.StatusCode));
        Assert.Equal((kind.Title, kind.Status), (problem.GetProperty("title").GetString(), problem.GetProperty("status").GetInt32()));
        var detail = problem.GetProperty("detail").GetString()!;
        Assert.NotEmpty(detail);
        return detail;
    }

    public static HttpContent Body(byte[] bytes, string? contentType)
    {
        var content = new ByteArrayContent(bytes);
        if (contentType is not null) content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return content;
    }

    public static HttpContent Json(string text) => new StringContent(text, Encoding.UTF8, "application/json");

    public static IEnumerable<string> Names(this JsonElement element) => element.EnumerateObject().Select(p => p.Name);
}

using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using MoodDeck.Core.Mood;

namespace MoodDeck.Server.Description;

/// <summary>Describes bodies that the framework cannot see because they are read by hand.</summary>
internal static class RequestBodies
{
    /// <summary>One picture as it is.</summary>
    public static Task Picture(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["image/jpeg"] = new() { Schema = Binary() },
                ["image/png"] = new() { Schema = Binary() },
                ["image/webp"] = new() { Schema = Binary() },
            },
        };
        return Task.CompletedTask;
    }

    /// <summary>A form with a picture and what a face in it shows.</summary>
    public static Task LabelledPicture(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var form = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string> { "image", "label" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["image"] = Binary(),
                ["label"] = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. Emotions.Names.Select(name => (JsonNode)name)] },
                ["face"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1" },
            },
        };
        operation.RequestBody = new OpenApiRequestBody { Required = true, Content = new Dictionary<string, OpenApiMediaType> { ["multipart/form-data"] = new() { Schema = form } } };
        return Task.CompletedTask;
    }

    /// <summary>One zip as it is.</summary>
    public static Task Zip(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType> { ["application/zip"] = new() { Schema = Binary() } },
        };
        return Task.CompletedTask;
    }

    /// <summary>JSON, or a form with a picture beside the same JSON.</summary>
    public static async Task OptionsOrForm<TOptions>(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var options = await context.GetOrCreateSchemaAsync(typeof(TOptions), null, cancellationToken);
        var form = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema> { ["image"] = Binary(), ["options"] = options },
        };
        operation.RequestBody = new OpenApiRequestBody
        {
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/json"] = new() { Schema = options },
                ["multipart/form-data"] = new() { Schema = form },
            },
        };
    }

    /// <summary>One JSON object, or an array of such.</summary>
    public static async Task OneOrMany<TBody>(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var one = await context.GetOrCreateSchemaAsync(typeof(TBody), null, cancellationToken);
        var schema = new OpenApiSchema { OneOf = [one, new OpenApiSchema { Type = JsonSchemaType.Array, Items = one }] };
        operation.RequestBody = new OpenApiRequestBody { Required = true, Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = schema } } };
    }

    private static OpenApiSchema Binary() => new() { Type = JsonSchemaType.String, Format = "binary" };
}

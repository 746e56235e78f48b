using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace MoodDeck.Server.Problems;

/// <summary>
/// Refuses bodies that are too large by the length they state, and lets the client finish sending so that it gets to read
/// why. Addresses with a limit of their own are left to themselves; a body without a length meets Kestrel's limit.
/// </summary>
internal sealed class BodyLimit(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!(context.Request.ContentLength > Limits.JsonBytes) || context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is not null)
            return next(context);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = Limits.PatientBytes;
        return ProblemKind.TooLarge.With($"The body has {context.Request.ContentLength:N0} bytes; at most {Limits.JsonBytes:N0} are read here.").ExecuteAsync(context);
    }
}

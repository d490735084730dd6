using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Komeji.Integrations.Payments.StandIns;
using Microsoft.AspNetCore.Http;

namespace Komeji.Integrations.Payouts.DisbursementStandIn;

/// <summary>The interface we call: names are asked for, transfers asked for under a key, and shown. What goes wrong on the way is scripted.</summary>
sealed class DisbursementApi(DisbursementBooks books, StandInFaults faults, string apiKey)
{
    public async Task Serve(HttpContext context)
    {
        var request = context.Request;
        if (!IsAllowed(request))
        {
            await Write(context, DisbursementAnswer.Refuse(401, "unauthorized"));
            return;
        }

        if (await Read(request) is not { } form)
        {
            await Write(context, DisbursementAnswer.Refuse(400, "invalid_request"));
            return;
        }

        var fault = faults.Take(request.Method);
        switch (fault)
        {
            case StandInFault.Busy:
                await Write(context, DisbursementAnswer.Refuse(409, "in_progress"));
                return;
            case StandInFault.TooMany:
                await Write(context, DisbursementAnswer.Refuse(429, "too_many_requests"));
                return;
            case StandInFault.Broken:
                await Write(context, DisbursementAnswer.Refuse(500, "internal"));
                return;
            case StandInFault.SilentBefore:
                await StandInSilence.Keep(context);
                return;
        }

        var answer = Act(request, form);
        if (!await fault.TakesAnswer(context))
        {
            await Write(context, fault == StandInFault.BrokenAfter ? DisbursementAnswer.Refuse(500, "internal") : answer);
        }
    }

    DisbursementAnswer Act(HttpRequest request, JsonObject form) => (request.Method, request.Path.Value!.Trim('/').Split('/')) switch
    {
        ("POST", ["v1", "account-inquiries"]) => books.Inquire(form),
        ("POST", ["v1", "transfers"]) => books.Send(request.Headers["Idempotency-Key"].ToString(), form),
        ("GET", ["v1", "transfers", var reference]) => books.Get(reference),
        _ => DisbursementAnswer.Refuse(404, "no_such_page"),
    };

    bool IsAllowed(HttpRequest request)
    {
        var expected = "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes(apiKey + ":"));
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString()), Encoding.UTF8.GetBytes(expected));
    }

    /// <returns>Null when it is no JSON.</returns>
    static async Task<JsonObject?> Read(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var text = await reader.ReadToEndAsync();
        try
        {
            return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static Task Write(HttpContext context, DisbursementAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = MediaTypeNames.Application.Json;
        return context.Response.WriteAsync(answer.Body.ToJsonString());
    }
}

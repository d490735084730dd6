using System.Text;
using Komeji.Application.Payments;
using Komeji.Integrations.Payments.Sandbox;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Hooks.Payments;

/// <summary>Where payment providers tell us what happened. The body is read as it came: the signature is over its bytes.</summary>
[Area("Hooks"), IgnoreAntiforgeryToken]
public sealed class PaymentHooksController : KomejiController
{
    public const int MostBytes = 64 * 1024;

    [HttpPost("/hook/sandbox"), RequestSizeLimit(MostBytes)]
    public Task<IActionResult> Sandbox() => Record(SandboxPaymentGateway.GatewayName, SandboxSignature.Header);

    async Task<IActionResult> Record(string gateway, string signatureHeader)
    {
        using var reader = new StreamReader(Request.Body, new UTF8Encoding(false, true), detectEncodingFromByteOrderMarks: false);
        string body;
        try
        {
            body = await reader.ReadToEndAsync(Aborted);
        }
        catch (DecoderFallbackException)
        {
            return BadRequest();
        }

        var receipt = await Send(new RecordPaymentEvent(gateway, body, Request.Headers[signatureHeader]));
        return receipt == PaymentEventReceipt.NotBelieved ? BadRequest() : Ok();
    }
}

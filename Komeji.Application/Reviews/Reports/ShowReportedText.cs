using Komeji.Application.Common;
using Komeji.Domain.Reviews;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reviews.Reports;

/// <summary>The page on which a public text is reported: what it says, and under which product.</summary>
public sealed record ShowReportedText(TextKind Kind, Guid Talk) : IQuery<TextToReport>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user) : IRequestHandler<ShowReportedText, TextToReport>
    {
        public async Task<TextToReport> Handle(ShowReportedText request, CancellationToken cancellationToken)
        {
            var text = ReportedText.Of(request.Kind, await db.Talk(request.Kind, request.Talk, cancellationToken)) ?? throw new NotFound();
            var product = await db.Products.Where(p => p.Id == text.Product).Select(p => new { p.Name, p.Slug }).SingleAsync(cancellationToken);
            return new TextToReport(request.Kind, request.Talk, text.Words, product.Name, product.Slug, text.Author == user.Require());
        }
    }
}

/// <param name="IsMine">Whoever wrote a text changes it instead.</param>
public sealed record TextToReport(TextKind Kind, Guid Talk, string Words, string Product, string Slug, bool IsMine);

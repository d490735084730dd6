using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal.Opening;

/// <summary>The second step: what the business is. Without an NIB it is in process, and the shop is labelled so.</summary>
/// <param name="Nib">Empty while in process.</param>
/// <param name="Kbli">Stands on the NIB; may be empty as long as that is.</param>
/// <exception cref="RuleBroken"><c>legal.form</c>, <c>legal.number</c>, <c>legal.kbli</c>, <c>legal.business_name</c>, <c>legal.amounts</c>, <c>legal.business_verified</c></exception>
public sealed record TellBusiness(LegalForm Form, string Name, string Nib, string Kbli, int KbliEdition, Rupiah Capital, Rupiah YearlySales) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, TimeProvider clock) : IRequestHandler<TellBusiness>
    {
        public async Task<Unit> Handle(TellBusiness request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var profile = await db.MyProfile(desk, ShopRights.Papers, now, cancellationToken);
            if (!Enum.IsDefined(request.Form))
            {
                throw new RuleBroken("legal.form", "Pilih bentuk usaha dari daftar.");
            }

            var nib = string.IsNullOrWhiteSpace(request.Nib) ? "" : DocumentNumber.Require(DocumentKind.BusinessNumber, request.Nib);
            var kbli = nib.Length == 0 && string.IsNullOrWhiteSpace(request.Kbli) ? Domain.Legal.Kbli.NotYet : Domain.Legal.Kbli.Require(request.Kbli, request.KbliEdition);
            var facts = new BusinessFacts(request.Form, request.Name, nib, kbli, request.Capital, request.YearlySales);
            await RequireUnverified(profile, facts, cancellationToken);
            profile.TellBusiness(facts, now);
            return Unit.Value;
        }

        /// <summary>What the office looks at or vouches for stays: form, name and NIB, until that NIB is refused, ends or is taken back, or the one to replace it is being written. The number of its own NIB may be added.</summary>
        async Task RequireUnverified(LegalProfile profile, BusinessFacts facts, CancellationToken cancellationToken)
        {
            if (!profile.HasBusiness || !profile.Renames(facts))
            {
                return;
            }

            var numbers = await db.LegalVerifications.Where(d => d.OwnerId == profile.OwnerId && d.Kind == DocumentKind.BusinessNumber
                    && (d.State == DocumentState.Submitted || d.State == DocumentState.PreCheck || d.State == DocumentState.InReview || d.State == DocumentState.Appealed
                        || d.State == DocumentState.Approved || d.State == DocumentState.Expiring))
                .Select(d => d.Number).ToListAsync(cancellationToken);
            if (numbers.Count > 0 && (!numbers.Contains(facts.Nib) || profile.Renames(facts with { Nib = profile.Nib })) && !await IsReplacing(profile, facts.Nib, cancellationToken))
            {
                throw new RuleBroken("legal.business_verified", "NIB Anda sedang atau sudah diperiksa, jadi bentuk usaha, nama, dan NIB tidak bisa diubah. Bila usaha Anda berubah, buka NIB di halaman Legalitas, pilih Ganti, simpan draf dengan nomor NIB yang baru, lalu ubah di sini.");
            }
        }

        /// <summary>The seller writes an NIB of this number, to be looked at beside what she tells now.</summary>
        Task<bool> IsReplacing(LegalProfile profile, string nib, CancellationToken cancellationToken) => db.LegalVerifications.AnyAsync(
            d => d.OwnerId == profile.OwnerId && d.Kind == DocumentKind.BusinessNumber && (d.State == DocumentState.Draft || d.State == DocumentState.NeedsFix) && d.Number != "" && d.Number == nib,
            cancellationToken);
    }
}

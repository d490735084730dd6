using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal.Opening;

/// <summary>The first step: who owns the shop. Once the office has vouched for the identity card it is not changed any more.</summary>
/// <param name="Nik">Null keeps the one there is.</param>
/// <exception cref="RuleBroken"><c>legal.nik</c>, <c>legal.age</c>, <c>legal.nik_taken</c>, <c>legal.owner_verified</c>, <c>legal.owner_name</c>, <c>store.phone</c></exception>
public sealed record TellOwner(string Name, string? Nik, string Phone) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, PersonalKey key, TimeProvider clock) : IRequestHandler<TellOwner>
    {
        public async Task<Unit> Handle(TellOwner request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var profile = await db.MyProfile(desk, ShopRights.Papers, now, cancellationToken);
            var phone = PhoneNumber.Normalise(request.Phone) ?? throw new RuleBroken("store.phone", "Tulis nomor ponsel seperti 0812-3456-7890.");
            var post = await desk.Seller(ShopRights.Papers, cancellationToken);
            if (!post.May(ShopRights.Own) && !string.IsNullOrWhiteSpace(request.Nik) && await IsVerified(profile.OwnerId, cancellationToken))
            {
                // Told before it is compared: a mentor learns nothing by trying.
                throw new RuleBroken("legal.owner_verified", "KTP penjual sedang atau sudah diperiksa. Kosongkan NIK; perubahan hanya lewat Dinas Koperasi.");
            }

            var nik = await Number(request.Nik, profile, Wib.DayOf(now), cancellationToken);
            if (await IsVerified(profile.OwnerId, cancellationToken) && (nik.Index != profile.NikIndex || PlainText.Name(request.Name) != profile.OwnerName))
            {
                throw new RuleBroken("legal.owner_verified", "KTP Anda sedang atau sudah diperiksa, jadi nama dan NIK tidak bisa diubah. Bila ada yang salah, hubungi Dinas Koperasi.");
            }

            profile.TellOwner(new OwnerFacts(request.Name, nik, phone), now);
            return Unit.Value;
        }

        async Task<KeptNumber> Number(string? typed, LegalProfile profile, DateOnly today, CancellationToken cancellationToken)
        {
            if (string.IsNullOrWhiteSpace(typed) && profile.HasOwner)
            {
                return new KeptNumber(profile.Nik, profile.NikSealed, profile.NikIndex);
            }

            var nik = Domain.Legal.Nik.Require(typed);
            if (nik.BornOn(today) is null)
            {
                throw new RuleBroken("legal.age", $"Menurut NIK, pemilik belum berumur {Domain.Legal.Nik.LeastAge} tahun. Periksa angkanya. Toko dibuka orang dewasa, misalnya orang tua atau wali.");
            }

            var kept = key.Keep(profile.OwnerId, nik);
            return await db.LegalProfiles.AnyAsync(p => p.NikIndex == kept.Index && p.OwnerId != profile.OwnerId, cancellationToken)
                ? throw new RuleBroken("legal.nik_taken", "NIK ini sudah dipakai akun lain. Masuk dengan akun itu, atau hubungi layanan kami bila bukan Anda yang memakainya.")
                : kept;
        }

        Task<bool> IsVerified(UserId owner, CancellationToken cancellationToken) => db.LegalVerifications.AnyAsync(
            d => d.OwnerId == owner && d.Kind == DocumentKind.IdentityCard && (d.State == DocumentState.Submitted || d.State == DocumentState.PreCheck || d.State == DocumentState.InReview || d.State == DocumentState.Appealed
                || d.State == DocumentState.Approved || d.State == DocumentState.Expiring), cancellationToken);
    }
}

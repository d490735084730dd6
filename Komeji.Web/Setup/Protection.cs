using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Komeji.Application.Accounts;
using Komeji.Application.Accounts.SecondFactors;
using Komeji.Application.Legal;
using Komeji.Persistence.Common;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Komeji.Web.Setup;

/// <summary>Data protection: keys in the database, sealed with the master key, shared by all processes.</summary>
public static class Protection
{
    public static IServiceCollection AddKomejiProtection(this IServiceCollection services, IConfiguration configuration, KomejiSettings settings)
    {
        var master = MasterKey.Read(configuration, settings.DataDirectory);
        services.AddSingleton(master);
        services.AddSingleton(new CodeKey(master.For("one-time codes")));
        services.AddSingleton(new FactorKey(master.For("second factors")));
        services.AddSingleton(new PersonalKey(master.For("personal data"), master.For("index of personal data")));
        services.AddSingleton(new StaffSecondFactor(settings.StaffSecondFactor));
        services.AddDataProtection().SetApplicationName("Komeji");
        services.AddOptions<KeyManagementOptions>().Configure<IServiceScopeFactory>((o, scopes) =>
        {
            o.XmlRepository = new ProtectionKeys(scopes);
            o.XmlEncryptor = new SealedKeys(master);
        });
        return services;
    }
}

/// <summary>Seals a key ring's entry with AES-GCM under the master key.</summary>
sealed class SealedKeys(MasterKey master) : IXmlEncryptor
{
    internal const string Purpose = "data protection keys";
    internal const int NonceLength = 12;
    internal const int TagLength = 16;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var box = new byte[NonceLength + TagLength + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceLength));
        using var aes = new AesGcm(master.For(Purpose), TagLength);
        aes.Encrypt(box.AsSpan(0, NonceLength), plain, box.AsSpan(NonceLength + TagLength), box.AsSpan(NonceLength, TagLength));
        return new EncryptedXmlInfo(new XElement("sealed", Convert.ToBase64String(box)), typeof(OpenedKeys));
    }
}

/// <summary>Opens what <see cref="SealedKeys"/> sealed. Its name is stored with each key: renaming it locks them.</summary>
public sealed class OpenedKeys(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var box = Convert.FromBase64String(encryptedElement.Value);
        var plain = new byte[box.Length - SealedKeys.NonceLength - SealedKeys.TagLength];
        using var aes = new AesGcm(services.GetRequiredService<MasterKey>().For(SealedKeys.Purpose), SealedKeys.TagLength);
        aes.Decrypt(box.AsSpan(0, SealedKeys.NonceLength), box.AsSpan(SealedKeys.NonceLength + SealedKeys.TagLength), box.AsSpan(SealedKeys.NonceLength, SealedKeys.TagLength), plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Komeji.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SellersAndTheOffice : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "WithheldReason",
                table: "Products",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "DataAccesses",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    DocumentId = table.Column<Guid>(type: "uuid", nullable: false),
                    StoreId = table.Column<Guid>(type: "uuid", nullable: false),
                    WhoId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    What = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Why = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataAccesses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LegalProfiles",
                columns: table => new
                {
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Nik = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    NikSealed = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    NikIndex = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Phone = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Form = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    BusinessName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Nib = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    KbliCode = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    KbliEdition = table.Column<int>(type: "integer", nullable: false),
                    Capital = table.Column<long>(type: "bigint", nullable: false),
                    YearlySales = table.Column<long>(type: "bigint", nullable: false),
                    VillageCode = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Street = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    CourierServices = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    OffersPickup = table.Column<bool>(type: "boolean", nullable: false),
                    ShopName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ShopDescription = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Bank = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Account = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AccountSealed = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    AccountIndex = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    AccountHolder = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    NextBank = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    NextAccount = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    NextAccountSealed = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    NextAccountIndex = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    NextAccountHolder = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    NextAccountFrom = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    BegunAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LegalProfiles", x => x.OwnerId);
                });

            migrationBuilder.CreateTable(
                name: "LegalVerifications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StoreId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    EnteredBy = table.Column<Guid>(type: "uuid", nullable: false),
                    Region = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Number = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    SealedNumber = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    NumberIndex = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Issuer = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: true),
                    BegunAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SubmittedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    AnswerBy = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    OfficerId = table.Column<Guid>(type: "uuid", nullable: true),
                    ClaimedUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Office = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    HowChecked = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Fixes = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    FixAskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    RefusedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    AppealedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    CheckCode = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    RemindedDays = table.Column<int>(type: "integer", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LegalVerifications", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LegalVerifications_Stores_StoreId",
                        column: x => x.StoreId,
                        principalTable: "Stores",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ListingFlags",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProductId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Words = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    FlaggedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListingFlags", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ListingFlags_Products_ProductId",
                        column: x => x.ProductId,
                        principalTable: "Products",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PriceChanges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ProductId = table.Column<Guid>(type: "uuid", nullable: false),
                    VariantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Before = table.Column<long>(type: "bigint", nullable: true),
                    After = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PriceChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PriceChanges_Products_ProductId",
                        column: x => x.ProductId,
                        principalTable: "Products",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProductImports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StoreId = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    FileName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Rows = table.Column<int>(type: "integer", nullable: false),
                    RowsChecked = table.Column<int>(type: "integer", nullable: false),
                    NewProducts = table.Column<int>(type: "integer", nullable: false),
                    ChangedProducts = table.Column<int>(type: "integer", nullable: false),
                    Faults = table.Column<int>(type: "integer", nullable: false),
                    UploadedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProductImports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProductImports_Stores_StoreId",
                        column: x => x.StoreId,
                        principalTable: "Stores",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StorePolicies",
                columns: table => new
                {
                    StoreId = table.Column<Guid>(type: "uuid", nullable: false),
                    Returns = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Shipping = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Other = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    ChangedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StorePolicies", x => x.StoreId);
                    table.ForeignKey(
                        name: "FK_StorePolicies_Stores_StoreId",
                        column: x => x.StoreId,
                        principalTable: "Stores",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StoreShelves",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StoreId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Slug = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoreShelves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StoreShelves_Stores_StoreId",
                        column: x => x.StoreId,
                        principalTable: "Stores",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LegalScans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DocumentId = table.Column<Guid>(type: "uuid", nullable: false),
                    FileKey = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Type = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Bytes = table.Column<int>(type: "integer", nullable: false),
                    AddedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LegalScans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LegalScans_LegalVerifications_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "LegalVerifications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ImportFaults",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ImportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Row = table.Column<int>(type: "integer", nullable: false),
                    Column = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportFaults", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImportFaults_ProductImports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "ProductImports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ImportSheets",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportSheets", x => x.ImportId);
                    table.ForeignKey(
                        name: "FK_ImportSheets_ProductImports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "ProductImports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ShelfItems",
                columns: table => new
                {
                    ShelfId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProductId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShelfItems", x => new { x.ShelfId, x.ProductId });
                    table.ForeignKey(
                        name: "FK_ShelfItems_Products_ProductId",
                        column: x => x.ProductId,
                        principalTable: "Products",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ShelfItems_StoreShelves_ShelfId",
                        column: x => x.ShelfId,
                        principalTable: "StoreShelves",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Products_StoreId_ChangedAt",
                table: "Products",
                columns: new[] { "StoreId", "ChangedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_DataAccesses_DocumentId_Id",
                table: "DataAccesses",
                columns: new[] { "DocumentId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportFaults_ImportId_Row",
                table: "ImportFaults",
                columns: new[] { "ImportId", "Row" });

            migrationBuilder.CreateIndex(
                name: "IX_LegalProfiles_AccountIndex",
                table: "LegalProfiles",
                column: "AccountIndex",
                unique: true,
                filter: "\"AccountIndex\" <> ''");

            migrationBuilder.CreateIndex(
                name: "IX_LegalProfiles_NikIndex",
                table: "LegalProfiles",
                column: "NikIndex",
                unique: true,
                filter: "\"NikIndex\" <> ''");

            migrationBuilder.CreateIndex(
                name: "IX_LegalScans_DocumentId",
                table: "LegalScans",
                column: "DocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_LegalScans_FileKey",
                table: "LegalScans",
                column: "FileKey");

            migrationBuilder.CreateIndex(
                name: "IX_LegalVerifications_CheckCode",
                table: "LegalVerifications",
                column: "CheckCode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LegalVerifications_Kind_NumberIndex",
                table: "LegalVerifications",
                columns: new[] { "Kind", "NumberIndex" });

            migrationBuilder.CreateIndex(
                name: "IX_LegalVerifications_OfficerId",
                table: "LegalVerifications",
                column: "OfficerId");

            migrationBuilder.CreateIndex(
                name: "IX_LegalVerifications_State_AnswerBy",
                table: "LegalVerifications",
                columns: new[] { "State", "AnswerBy" });

            migrationBuilder.CreateIndex(
                name: "IX_LegalVerifications_State_ExpiresOn",
                table: "LegalVerifications",
                columns: new[] { "State", "ExpiresOn" });

            migrationBuilder.CreateIndex(
                name: "IX_LegalVerifications_StoreId_Kind_State",
                table: "LegalVerifications",
                columns: new[] { "StoreId", "Kind", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_ListingFlags_ProductId",
                table: "ListingFlags",
                column: "ProductId");

            migrationBuilder.CreateIndex(
                name: "IX_ListingFlags_State_FlaggedAt",
                table: "ListingFlags",
                columns: new[] { "State", "FlaggedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PriceChanges_ProductId_At",
                table: "PriceChanges",
                columns: new[] { "ProductId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_PriceChanges_VariantId_At",
                table: "PriceChanges",
                columns: new[] { "VariantId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ProductImports_State",
                table: "ProductImports",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_ProductImports_StoreId_UploadedAt",
                table: "ProductImports",
                columns: new[] { "StoreId", "UploadedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ShelfItems_ProductId",
                table: "ShelfItems",
                column: "ProductId");

            migrationBuilder.CreateIndex(
                name: "IX_ShelfItems_ShelfId_Position",
                table: "ShelfItems",
                columns: new[] { "ShelfId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_StoreShelves_StoreId_Slug",
                table: "StoreShelves",
                columns: new[] { "StoreId", "Slug" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DataAccesses");

            migrationBuilder.DropTable(
                name: "ImportFaults");

            migrationBuilder.DropTable(
                name: "ImportSheets");

            migrationBuilder.DropTable(
                name: "LegalProfiles");

            migrationBuilder.DropTable(
                name: "LegalScans");

            migrationBuilder.DropTable(
                name: "ListingFlags");

            migrationBuilder.DropTable(
                name: "PriceChanges");

            migrationBuilder.DropTable(
                name: "ShelfItems");

            migrationBuilder.DropTable(
                name: "StorePolicies");

            migrationBuilder.DropTable(
                name: "ProductImports");

            migrationBuilder.DropTable(
                name: "LegalVerifications");

            migrationBuilder.DropTable(
                name: "StoreShelves");

            migrationBuilder.DropIndex(
                name: "IX_Products_StoreId_ChangedAt",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "WithheldReason",
                table: "Products");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Komeji.Persistence.Migrations.Sqlite
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
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "DataAccesses",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DocumentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StoreId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WhoId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataAccesses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LegalProfiles",
                columns: table => new
                {
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Nik = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NikSealed = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    NikIndex = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Form = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    BusinessName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Nib = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    KbliCode = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    KbliEdition = table.Column<int>(type: "INTEGER", nullable: false),
                    Capital = table.Column<long>(type: "INTEGER", nullable: false),
                    YearlySales = table.Column<long>(type: "INTEGER", nullable: false),
                    VillageCode = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Street = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CourierServices = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    OffersPickup = table.Column<bool>(type: "INTEGER", nullable: false),
                    ShopName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ShopDescription = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Bank = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Account = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AccountSealed = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    AccountIndex = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AccountHolder = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NextBank = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NextAccount = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NextAccountSealed = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    NextAccountIndex = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    NextAccountHolder = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NextAccountFrom = table.Column<long>(type: "INTEGER", nullable: true),
                    BegunAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LegalProfiles", x => x.OwnerId);
                });

            migrationBuilder.CreateTable(
                name: "LegalVerifications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StoreId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Region = table.Column<string>(type: "TEXT", maxLength: 13, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    SealedNumber = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    NumberIndex = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Issuer = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ExpiresOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    BegunAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SubmittedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AnswerBy = table.Column<long>(type: "INTEGER", nullable: true),
                    OfficerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ClaimedUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Office = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    HowChecked = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Fixes = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    FixAskedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RefusedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    AppealedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CheckCode = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    RemindedDays = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FlaggedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    VariantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Before = table.Column<long>(type: "INTEGER", nullable: true),
                    After = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StoreId = table.Column<Guid>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    RowsChecked = table.Column<int>(type: "INTEGER", nullable: false),
                    NewProducts = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedProducts = table.Column<int>(type: "INTEGER", nullable: false),
                    Faults = table.Column<int>(type: "INTEGER", nullable: false),
                    UploadedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                    StoreId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Returns = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Shipping = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Other = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    ChangedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StoreId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DocumentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileKey = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Bytes = table.Column<int>(type: "INTEGER", nullable: false),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Row = table.Column<int>(type: "INTEGER", nullable: false),
                    Column = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
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
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
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
                    ShelfId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false)
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

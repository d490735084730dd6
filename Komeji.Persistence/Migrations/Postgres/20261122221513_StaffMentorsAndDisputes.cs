using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Komeji.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class StaffMentorsAndDisputes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Appeal",
                table: "Stores",
                type: "character varying(500)",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "AppealHeardAt",
                table: "Stores",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "AppealedAt",
                table: "Stores",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ClosedAt",
                table: "Stores",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "HolidayFrom",
                table: "Stores",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "HolidayUntil",
                table: "Stores",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "NibRemindedDays",
                table: "Stores",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReviewOn",
                table: "Stores",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "SuspendedAt",
                table: "Stores",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SuspendedBy",
                table: "Stores",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SuspendedFor",
                table: "Stores",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SuspensionReason",
                table: "Stores",
                type: "character varying(500)",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "OnBehalfOf",
                table: "StateChanges",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Mentoring",
                table: "Sessions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Shop",
                table: "Sessions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Obstacle",
                table: "Refunds",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "Settled",
                table: "Refunds",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "LostPermit",
                table: "Products",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ShownSince",
                table: "Products",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ClosedBy",
                table: "PaymentEvents",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ClosingReason",
                table: "PaymentEvents",
                type: "character varying(500)",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AlterColumn<string>(
                name: "PayAddress",
                table: "PaymentAttempt",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(500)",
                oldMaxLength: 500);

            migrationBuilder.AddColumn<bool>(
                name: "AwaitsCost",
                table: "PaymentAttempt",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Plea",
                table: "ListingFlags",
                type: "character varying(500)",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "PleadedAt",
                table: "ListingFlags",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ClaimedAt",
                table: "LegalVerifications",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PreCheckRemark",
                table: "LegalVerifications",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "PreCheckUntil",
                table: "LegalVerifications",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "PreCheckedBy",
                table: "LegalVerifications",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "PreparedAt",
                table: "LegalVerifications",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "PreparedBy",
                table: "LegalVerifications",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "DestroyedAt",
                table: "LegalScans",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "FrozenAt",
                table: "EscrowShares",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Disputes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Gateway = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ProviderDispute = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ProviderPayment = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    PurchaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    IsWithdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    Unsettled = table.Column<long>(type: "bigint", nullable: false),
                    Borne = table.Column<long>(type: "bigint", nullable: false),
                    LossBooked = table.Column<bool>(type: "boolean", nullable: false),
                    BackAfterLoss = table.Column<long>(type: "bigint", nullable: false),
                    OpenedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EvidenceBefore = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Disputes", x => x.Id);
                    table.CheckConstraint("dispute_unsettled", "\"Unsettled\" >= 0");
                });

            migrationBuilder.CreateTable(
                name: "MentoringMisses",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    MentorId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MentoringMisses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MentoringSessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SellerId = table.Column<Guid>(type: "uuid", nullable: false),
                    CodeHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    CodeUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Covers = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Minutes = table.Column<int>(type: "integer", nullable: false),
                    OnOnePhone = table.Column<bool>(type: "boolean", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    MentorId = table.Column<Guid>(type: "uuid", nullable: true),
                    BegunAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MentoringSessions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OfficeAnswers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    DocumentId = table.Column<Guid>(type: "uuid", nullable: false),
                    StoreId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Region = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false),
                    OfficerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    WorkingDays = table.Column<int>(type: "integer", nullable: false),
                    Late = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfficeAnswers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ShopDeeds",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    SellerId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SessionId = table.Column<Guid>(type: "uuid", nullable: true),
                    What = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Thing = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ThingId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShopDeeds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ShopStaff",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StoreId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Contact = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    SecretHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Rights = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    InvitedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LapsesAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: true),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShopStaff", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ShopStaff_Stores_StoreId",
                        column: x => x.StoreId,
                        principalTable: "Stores",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DisputeClaim",
                columns: table => new
                {
                    DisputeId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrderId = table.Column<Guid>(type: "uuid", nullable: false),
                    StoreId = table.Column<Guid>(type: "uuid", nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    Goods = table.Column<long>(type: "bigint", nullable: false),
                    Fee = table.Column<long>(type: "bigint", nullable: false),
                    NetFee = table.Column<long>(type: "bigint", nullable: false),
                    Vat = table.Column<long>(type: "bigint", nullable: false),
                    IncomeTax = table.Column<long>(type: "bigint", nullable: false),
                    TaxMonth = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DisputeClaim", x => new { x.DisputeId, x.OrderId });
                    table.CheckConstraint("dispute_claim_parts", "\"Amount\" > 0 AND \"Goods\" >= 0 AND \"Goods\" <= \"Amount\"");
                    table.ForeignKey(
                        name: "FK_DisputeClaim_Disputes_DisputeId",
                        column: x => x.DisputeId,
                        principalTable: "Disputes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Stores_State_OpenedAt",
                table: "Stores",
                columns: new[] { "State", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Refunds_ProviderPayment",
                table: "Refunds",
                column: "ProviderPayment");

            migrationBuilder.AddCheckConstraint(
                name: "refund_settled",
                table: "Refunds",
                sql: "\"Settled\" >= 0 AND \"Settled\" <= \"Amount\"");

            migrationBuilder.CreateIndex(
                name: "IX_PaymentAttempt_AwaitsCost",
                table: "PaymentAttempt",
                column: "AwaitsCost",
                filter: "\"AwaitsCost\"");

            migrationBuilder.CreateIndex(
                name: "IX_LegalVerifications_DecidedAt_Id_State",
                table: "LegalVerifications",
                columns: new[] { "DecidedAt", "Id", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_DisputeClaim_OrderId",
                table: "DisputeClaim",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_DisputeClaim_StoreId",
                table: "DisputeClaim",
                column: "StoreId");

            migrationBuilder.CreateIndex(
                name: "IX_Disputes_Gateway_ProviderDispute",
                table: "Disputes",
                columns: new[] { "Gateway", "ProviderDispute" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Disputes_ProviderPayment",
                table: "Disputes",
                column: "ProviderPayment");

            migrationBuilder.CreateIndex(
                name: "IX_Disputes_PurchaseId",
                table: "Disputes",
                column: "PurchaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Disputes_State_OpenedAt",
                table: "Disputes",
                columns: new[] { "State", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_MentoringMisses_MentorId_At",
                table: "MentoringMisses",
                columns: new[] { "MentorId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_MentoringSessions_CodeHash",
                table: "MentoringSessions",
                column: "CodeHash",
                unique: true,
                filter: "\"State\" = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "IX_MentoringSessions_MentorId_SellerId",
                table: "MentoringSessions",
                columns: new[] { "MentorId", "SellerId" });

            migrationBuilder.CreateIndex(
                name: "IX_MentoringSessions_SellerId",
                table: "MentoringSessions",
                column: "SellerId",
                unique: true,
                filter: "\"State\" = 'Waiting' OR \"State\" = 'Open'");

            migrationBuilder.CreateIndex(
                name: "IX_MentoringSessions_SellerId_AskedAt",
                table: "MentoringSessions",
                columns: new[] { "SellerId", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_MentoringSessions_State_Until",
                table: "MentoringSessions",
                columns: new[] { "State", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_OfficeAnswers_At",
                table: "OfficeAnswers",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_ShopDeeds_SellerId_Id",
                table: "ShopDeeds",
                columns: new[] { "SellerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ShopDeeds_SessionId_Id",
                table: "ShopDeeds",
                columns: new[] { "SessionId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ShopStaff_Contact_State",
                table: "ShopStaff",
                columns: new[] { "Contact", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_ShopStaff_State_LapsesAt",
                table: "ShopStaff",
                columns: new[] { "State", "LapsesAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ShopStaff_StoreId_Contact",
                table: "ShopStaff",
                columns: new[] { "StoreId", "Contact" },
                unique: true,
                filter: "\"State\" = 'Invited'");

            migrationBuilder.CreateIndex(
                name: "IX_ShopStaff_StoreId_State",
                table: "ShopStaff",
                columns: new[] { "StoreId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_ShopStaff_StoreId_UserId",
                table: "ShopStaff",
                columns: new[] { "StoreId", "UserId" },
                unique: true,
                filter: "\"State\" = 'Active'");

            migrationBuilder.CreateIndex(
                name: "IX_ShopStaff_UserId_State",
                table: "ShopStaff",
                columns: new[] { "UserId", "State" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DisputeClaim");

            migrationBuilder.DropTable(
                name: "MentoringMisses");

            migrationBuilder.DropTable(
                name: "MentoringSessions");

            migrationBuilder.DropTable(
                name: "OfficeAnswers");

            migrationBuilder.DropTable(
                name: "ShopDeeds");

            migrationBuilder.DropTable(
                name: "ShopStaff");

            migrationBuilder.DropTable(
                name: "Disputes");

            migrationBuilder.DropIndex(
                name: "IX_Stores_State_OpenedAt",
                table: "Stores");

            migrationBuilder.DropIndex(
                name: "IX_Refunds_ProviderPayment",
                table: "Refunds");

            migrationBuilder.DropCheckConstraint(
                name: "refund_settled",
                table: "Refunds");

            migrationBuilder.DropIndex(
                name: "IX_PaymentAttempt_AwaitsCost",
                table: "PaymentAttempt");

            migrationBuilder.DropIndex(
                name: "IX_LegalVerifications_DecidedAt_Id_State",
                table: "LegalVerifications");

            migrationBuilder.DropColumn(
                name: "Appeal",
                table: "Stores");

            migrationBuilder.DropColumn(
                name: "AppealHeardAt",
                table: "Stores");

            migrationBuilder.DropColumn(
                name: "AppealedAt",
                table: "Stores");

            migrationBuilder.DropColumn(
                name: "ClosedAt",
                table: "Stores");

            migrationBuilder.DropColumn(
                name: "HolidayFrom",
                table: "Stores");

            migrationBuilder.DropColumn(
                name: "HolidayUntil",
                table: "Stores");

            migrationBuilder.DropColumn(
                name: "NibRemindedDays",
                table: "Stores");

            migrationBuilder.DropColumn(
                name: "ReviewOn",
                table: "Stores");

            migrationBuilder.DropColumn(
                name: "SuspendedAt",
                table: "Stores");

            migrationBuilder.DropColumn(
                name: "SuspendedBy",
                table: "Stores");

            migrationBuilder.DropColumn(
                name: "SuspendedFor",
                table: "Stores");

            migrationBuilder.DropColumn(
                name: "SuspensionReason",
                table: "Stores");

            migrationBuilder.DropColumn(
                name: "OnBehalfOf",
                table: "StateChanges");

            migrationBuilder.DropColumn(
                name: "Mentoring",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "Shop",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "Obstacle",
                table: "Refunds");

            migrationBuilder.DropColumn(
                name: "Settled",
                table: "Refunds");

            migrationBuilder.DropColumn(
                name: "LostPermit",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "ShownSince",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "ClosedBy",
                table: "PaymentEvents");

            migrationBuilder.DropColumn(
                name: "ClosingReason",
                table: "PaymentEvents");

            migrationBuilder.DropColumn(
                name: "AwaitsCost",
                table: "PaymentAttempt");

            migrationBuilder.DropColumn(
                name: "Plea",
                table: "ListingFlags");

            migrationBuilder.DropColumn(
                name: "PleadedAt",
                table: "ListingFlags");

            migrationBuilder.DropColumn(
                name: "ClaimedAt",
                table: "LegalVerifications");

            migrationBuilder.DropColumn(
                name: "PreCheckRemark",
                table: "LegalVerifications");

            migrationBuilder.DropColumn(
                name: "PreCheckUntil",
                table: "LegalVerifications");

            migrationBuilder.DropColumn(
                name: "PreCheckedBy",
                table: "LegalVerifications");

            migrationBuilder.DropColumn(
                name: "PreparedAt",
                table: "LegalVerifications");

            migrationBuilder.DropColumn(
                name: "PreparedBy",
                table: "LegalVerifications");

            migrationBuilder.DropColumn(
                name: "DestroyedAt",
                table: "LegalScans");

            migrationBuilder.DropColumn(
                name: "FrozenAt",
                table: "EscrowShares");

            migrationBuilder.AlterColumn<string>(
                name: "PayAddress",
                table: "PaymentAttempt",
                type: "character varying(500)",
                maxLength: 500,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(2000)",
                oldMaxLength: 2000);
        }
    }
}
